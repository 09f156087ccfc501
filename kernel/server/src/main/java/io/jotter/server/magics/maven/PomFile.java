package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Finds or makes the file that Maven reads for a POM. */
final class PomFile {
    private PomFile() {}

    /** Reads a POM, or pieces of one, that has no place of its own. */
    static AskedFor read(
            String pom, String name, Set<String> scopes, MavenDependencies dependencies, MagicContext context)
            throws MagicException {
        String whole = PomText.whole(pom, name);
        Path directory = null;
        try {
            directory = Files.createTempDirectory("jotter-pom");
            // a level deeper, so that nothing of a stranger's can be taken for its parent
            Path file = Files.createDirectory(directory.resolve("alone")).resolve("pom.xml");
            return dependencies.read(Files.writeString(file, whole), scopes, context::print);
        } catch (IOException e) {
            throw new MagicException("Cannot write the POM to a temporary file, which Maven needs: " + e, e);
        } finally {
            if (directory != null) {
                delete(directory.resolve("alone").resolve("pom.xml"), directory.resolve("alone"), directory);
            }
        }
    }

    /** Reads a POM where it lies: its parent may lie beside it. */
    static AskedFor read(Path pom, Set<String> scopes, MavenDependencies dependencies, MagicContext context)
            throws MagicException {
        String text;
        try {
            text = Files.readString(pom, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MagicException("Cannot read " + pom + ": " + e.getMessage(), e);
        }
        return PomText.hasParent(text, pom.toString())
                ? dependencies.read(pom, scopes, context::print)
                : read(text, pom.toString(), scopes, dependencies, context);
    }

    private static void delete(Path... files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // the system empties its folder of temporary files, and the answer is there
                file.toFile().deleteOnExit();
            }
        }
    }
}
