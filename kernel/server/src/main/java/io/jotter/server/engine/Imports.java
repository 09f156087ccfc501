package io.jotter.server.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/** What is imported without a word of the user's: on demand only, so that whatever the user declares or imports wins. */
final class Imports {
    /** Where a preloaded jar names its imports, one a line. */
    static final String RESOURCE = "META-INF/jotter/imports.jsh";

    /**
     * JShell knows a snippet of several imports by its first, and a reader who writes that one replaces them all. So the
     * first is one that imports nothing and that nobody writes; each snippet has its own.
     */
    private static final String HEAD_OF_OWN = "import io.jotter.api.Notebook.*;";

    private static final String HEAD_OF_ENVIRONMENT = "import io.jotter.api.Renderer.*;";

    /** The kernel's own; the JDK packages are those of IJava and of JShell's default start-up, together. */
    private static final List<String> OWN = List.of(
            "import java.io.*;",
            "import java.math.*;",
            "import java.net.*;",
            "import java.nio.file.*;",
            "import java.time.*;",
            "import java.util.*;",
            "import java.util.concurrent.*;",
            "import java.util.function.*;",
            "import java.util.prefs.*;",
            "import java.util.regex.*;",
            "import java.util.stream.*;",
            "import io.jotter.api.*;",
            "import static io.jotter.api.Notebook.*;",
            "import io.jotter.api.widgets.*;",
            "import static io.jotter.api.widgets.Interact.*;");

    private static final Pattern ON_DEMAND = Pattern.compile("import\\s+(static\\s+)?([\\w.]+)\\.\\*\\s*;");

    private Imports() {}

    /**
     * The kernel's own as one snippet, and as another those that the environment asks for, if it asks for any: JShell takes
     * the whole text of an import over into what it compiles, and one is ten times as quick as twenty.
     */
    static List<String> of(List<Path> classPath) throws IOException {
        String own = HEAD_OF_OWN + "\n" + String.join("\n", OWN);
        List<String> lines = ofEnvironment(classPath);
        return lines.isEmpty() ? List.of(own) : List.of(own, HEAD_OF_ENVIRONMENT + "\n" + String.join("\n", lines));
    }

    private static List<String> ofEnvironment(List<Path> classPath) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path jar : classPath) {
            // the environment's own jar comes first, and only it names imports
            if (jar.getFileName().toString().startsWith("jotter-environment")) {
                lines.addAll(read(jar));
            }
        }
        return lines;
    }

    /** The packages that are imported on demand. */
    static List<String> packages(String imports) {
        List<String> packages = new ArrayList<>();
        Matcher found = ON_DEMAND.matcher(imports);
        while (found.find()) {
            packages.add(found.group(2));
        }
        return packages;
    }

    private static List<String> read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(RESOURCE);
            if (entry == null) {
                return List.of();
            }
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(file.getInputStream(entry), StandardCharsets.UTF_8))) {
                return reader.lines().filter(line -> line.startsWith("import ")).toList();
            }
        }
    }
}
