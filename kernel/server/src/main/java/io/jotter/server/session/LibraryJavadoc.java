package io.jotter.server.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documentation comments of libraries, read from their sources: JShell knows those of the JDK alone. */
final class LibraryJavadoc {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryJavadoc.class);

    private final Supplier<List<Path>> classPath;
    private final Function<Path, Optional<Path>> sourceOf;

    /**
     * Over a notebook's class path.
     *
     * @param sourceOf the jar with the source of a jar, where it can be had
     */
    LibraryJavadoc(Supplier<List<Path>> classPath, Function<Path, Optional<Path>> sourceOf) {
        this.classPath = classPath;
        this.sourceOf = sourceOf;
    }

    /** Of what a signature of JShell's names. */
    Optional<String> of(String signature) {
        return JavaElement.of(signature).flatMap(this::comment);
    }

    private Optional<String> comment(JavaElement element) {
        // package.Outer.Inner is in package/Outer.java: the outermost type is the longest name of which there is a
        // class
        for (String outer = element.type(); !outer.isEmpty(); outer = enclosing(outer)) {
            String file = outer.replace('.', '/');
            Optional<Path> jar = jarWith(file + ".class");
            if (jar.isPresent()) {
                String nested = element.type().substring(outer.length());
                return sourceOf.apply(jar.get())
                        .flatMap(source -> read(source, file + ".java"))
                        .flatMap(text -> comment(text, nested, element));
            }
        }
        return Optional.empty();
    }

    private static String enclosing(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private Optional<Path> jarWith(String entry) {
        return classPath.get().stream()
                .filter(Files::isRegularFile)
                .filter(jar -> {
                    try (ZipFile zip = new ZipFile(jar.toFile())) {
                        return zip.getEntry(entry) != null;
                    } catch (IOException unreadable) {
                        return false;
                    }
                })
                .findFirst();
    }

    private static Optional<String> read(Path jar, String entry) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry found = zip.getEntry(entry);
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(zip.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", jar, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> comment(String source, String nested, JavaElement element) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                TreePath path = new TreePath(unit);
                String[] names = (simpleName(element.type(), nested) + nested).split("\\.", -1);
                for (String name : names) {
                    path = path == null ? null : type(path, name);
                }
                TreePath place = path == null || element.member().isEmpty() ? path : member(path, element);
                String comment = place == null ? null : DocTrees.instance(task).getDocComment(place);
                return Optional.ofNullable(comment).map(String::strip).filter(text -> !text.isEmpty());
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be read", e);
        }
    }

    private static String simpleName(String type, String nested) {
        String outer = type.substring(0, type.length() - nested.length());
        return outer.substring(outer.lastIndexOf('.') + 1);
    }

    private static @Nullable TreePath type(TreePath parent, String name) {
        List<? extends Tree> members = parent.getLeaf() instanceof CompilationUnitTree unit
                ? unit.getTypeDecls()
                : ((ClassTree) parent.getLeaf()).getMembers();
        for (Tree each : members) {
            if (each instanceof ClassTree type && type.getSimpleName().contentEquals(name)) {
                return new TreePath(parent, each);
            }
        }
        return null;
    }

    private static @Nullable TreePath member(TreePath type, JavaElement element) {
        for (Tree each : ((ClassTree) type.getLeaf()).getMembers()) {
            if (each instanceof VariableTree field
                    && element.parameters() == null
                    && field.getName().contentEquals(element.member())) {
                return new TreePath(type, each);
            }
            if (each instanceof MethodTree method && isMeant(method, type, element)) {
                return new TreePath(type, each);
            }
        }
        return null;
    }

    private static boolean isMeant(MethodTree method, TreePath type, JavaElement element) {
        String name = method.getName().contentEquals("<init>")
                ? ((ClassTree) type.getLeaf()).getSimpleName().toString()
                : method.getName().toString();
        return name.equals(element.member())
                && method.getParameters().stream()
                        .map(parameter -> JavaElement.simpleType(String.valueOf(parameter.getType())))
                        .toList()
                        .equals(element.parameters());
    }
}
