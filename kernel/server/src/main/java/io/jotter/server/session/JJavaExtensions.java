package io.jotter.server.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Libraries that set a notebook up by JJava's way of it. */
final class JJavaExtensions {
    private static final String SERVICE = "META-INF/services/org.dflib.jjava.jupyter.Extension";

    /** Evaluated in the notebook, it installs those that are not installed yet. */
    static final String INSTALL = "org.dflib.jjava.jupyter.Extensions.install();";

    private JJavaExtensions() {}

    /** Whether one of these jars or folders has such a library. */
    static boolean areIn(List<Path> entries) {
        return entries.stream().anyMatch(JJavaExtensions::isIn);
    }

    private static boolean isIn(Path entry) {
        if (Files.isDirectory(entry)) {
            return Files.isRegularFile(entry.resolve(SERVICE));
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry(SERVICE) != null;
        } catch (IOException e) {
            // whoever wants a class of it will say so
            return false;
        }
    }
}
