package io.jotter.server.magics.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Tells which version of a library an entry of the class path is, if it is one of it. By its name, for the environment's
 * jars have lost their path in the repository.
 */
final class LoadedVersion {
    private LoadedVersion() {}

    static Optional<String> of(Coordinates library, Path entry) {
        if (entry.getFileName() == null) {
            return Optional.empty();
        }
        String suffix = library.classifier().isEmpty() ? "" : "-" + library.classifier();
        Matcher name = Pattern.compile(
                        Pattern.quote(library.artifact()) + "-(\\d.*?)" + Pattern.quote(suffix) + "\\.jar")
                .matcher(entry.getFileName().toString());
        if (!name.matches() || !isOfGroup(library, entry)) {
            return Optional.empty();
        }
        String version = name.group(1);
        // the name of 1.0 with a classifier looks like a version 1.0-classifier of the plain jar
        return suffix.isEmpty() && hasClassifier(library, entry, version) ? Optional.empty() : Optional.of(version);
    }

    private static boolean hasClassifier(Coordinates library, Path entry, String version) {
        if (version.startsWith(library.version() + "-")) {
            return true;
        }
        Path directory = entry.getParent();
        Path directoryName = directory == null ? null : directory.getFileName();
        return directoryName != null && version.startsWith(directoryName + "-");
    }

    /** A jar that says nothing of its group is taken for what its name says. */
    private static boolean isOfGroup(Coordinates library, Path entry) {
        Path inRepository = Path.of(library.group().replace('.', '/'), library.artifact());
        Path artifactDirectory =
                entry.getParent() == null ? null : entry.getParent().getParent();
        if (artifactDirectory != null && artifactDirectory.endsWith(library.artifact())) {
            return artifactDirectory.endsWith(inRepository);
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        try (ZipFile jar = new ZipFile(entry.toFile())) {
            return jar.getEntry("META-INF/maven/" + library.group() + "/" + library.artifact() + "/pom.properties")
                            != null
                    || jar.stream().noneMatch(file -> file.getName().endsWith("/pom.properties"));
        } catch (IOException e) {
            return false;
        }
    }
}
