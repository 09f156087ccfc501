package io.jotter.server.engine;

import io.jotter.wire.ClassFile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles whole Java files, with a package, into a folder of class files. */
final class UnitCompiler {
    private UnitCompiler() {}

    /** The classes below the folder, as on the wire; or why there are none. */
    record Compiled(List<ClassFile> classes, List<SnippetOutcome.Problem> problems) {}

    /**
     * Compiles into an empty folder.
     *
     * @param file a name for stack traces
     * @throws IOException if the folder cannot be written
     */
    static Compiled compile(String source, String file, List<Path> classPath, List<String> options, Path folder)
            throws IOException {
        List<SnippetOutcome.Problem> problems = ProcessingCompiler.isNeeded(classPath)
                ? ProcessingCompiler.compile(source, classPath, options, folder)
                : compileHere(source, file, classPath, options, folder);
        return problems.isEmpty() ? new Compiled(classes(folder), List.of()) : new Compiled(List.of(), problems);
    }

    private static List<SnippetOutcome.Problem> compileHere(
            String source, String file, List<Path> classPath, List<String> options, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-g", "-proc:none", "-d", folder.toString(), "-classpath", joined(classPath)));
        boolean done = compiler.getTask(null, null, found, all, null, List.of(new Source(source, file)))
                .call();
        return done
                ? List.of()
                : found.getDiagnostics().stream().map(UnitCompiler::problem).toList();
    }

    private static List<ClassFile> classes(Path folder) throws IOException {
        List<ClassFile> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            // a processor may have made other files too
            for (Path each : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(each).toString().replace(File.separatorChar, '.');
                classes.add(
                        new ClassFile(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(each)));
            }
        }
        return classes;
    }

    private static String joined(List<Path> classPath) {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static SnippetOutcome.Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        return new SnippetOutcome.Problem(
                (int) Math.max(0, diagnostic.getStartPosition()),
                (int) Math.max(0, diagnostic.getEndPosition()),
                (int) Math.max(0, diagnostic.getPosition()),
                diagnostic.getMessage(Locale.ENGLISH),
                diagnostic.getKind() == Diagnostic.Kind.ERROR);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text, String file) {
            super(uri(file), Kind.SOURCE);
            this.text = text;
        }

        private static URI uri(String file) {
            try {
                // encoded: a cell's name has a blank and brackets
                return new URI("cell", null, "/" + file, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(file, e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        /** A public class is as good in a cell as in a file of its name. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }
    }
}
