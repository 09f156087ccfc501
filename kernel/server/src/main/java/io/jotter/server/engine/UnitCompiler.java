package io.jotter.server.engine;

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
    record Compiled(List<io.jotter.wire.ClassFile> classes, List<SnippetOutcome.Problem> problems) {}

    /**
     * Compiles into an empty folder.
     *
     * @param file a name for stack traces
     * @throws IOException if the folder cannot be written
     */
    static Compiled compile(String source, String file, List<Path> classPath, List<String> options, Path folder)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-g", "-proc:none", "-d", folder.toString(), "-classpath", joined(classPath)));
        boolean done = compiler.getTask(null, null, found, all, null, List.of(new Source(source, file)))
                .call();
        if (!done) {
            return new Compiled(
                    List.of(),
                    found.getDiagnostics().stream().map(UnitCompiler::problem).toList());
        }
        List<io.jotter.wire.ClassFile> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(each).toString().replace(File.separatorChar, '.');
                classes.add(new io.jotter.wire.ClassFile(
                        name.substring(0, name.length() - ".class".length()), Files.readAllBytes(each)));
            }
        }
        return new Compiled(classes, List.of());
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
