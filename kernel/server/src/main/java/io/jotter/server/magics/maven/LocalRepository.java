package io.jotter.server.magics.maven;

import io.jotter.server.magics.EditDistance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was fetched once, as its folders tell: a remote repository cannot be asked what it has. */
final class LocalRepository {
    private final Path root;

    LocalRepository(Path root) {
        this.root = root;
    }

    /** The library, {@code group:artifact}, whose spelling is near, part for part; not this one itself. */
    Optional<String> nearest(String group, String artifact) {
        Path directory = root;
        StringBuilder found = new StringBuilder();
        for (String part : List.of(group.split("\\.", -1))) {
            Optional<String> near = nearestIn(directory, part);
            if (near.isEmpty()) {
                return Optional.empty();
            }
            directory = directory.resolve(near.get());
            found.append(found.isEmpty() ? "" : ".").append(near.get());
        }
        return nearestIn(directory, artifact)
                .map(name -> found + ":" + name)
                .filter(near -> !near.equals(group + ":" + artifact));
    }

    private static Optional<String> nearestIn(Path directory, String name) {
        return holdsLibraries(directory.resolve(name))
                ? Optional.of(name)
                : EditDistance.nearest(
                        name,
                        folders(directory).stream()
                                .filter(folder -> holdsLibraries(directory.resolve(folder)))
                                .toList());
    }

    /** A failed search leaves folders too, of the misspelt name. */
    static boolean holdsLibraries(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(
                    file -> file.toString().endsWith(".pom") || file.toString().endsWith(".jar"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Sorted; none where there is no such directory. */
    static List<String> folders(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
