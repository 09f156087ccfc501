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
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds the documentation comment of an element in the source that declares it. */
final class SourceComments {
    private SourceComments() {}

    /**
     * @param names of the types to go down by, from the file's to the element's own
     */
    static Optional<String> of(String source, String[] names, JavaElement element) {
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
