package io.jotter.server.magics.maven;

import io.jotter.server.magics.EditDistance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was fetched once, as its folders tell: a remote repository cannot be asked what it has. */
final class LocalRepository {
    private final Path root;

    LocalRepository(Path root) {
        this.root = root;
    }

    /** Where Maven keeps it unless its settings say otherwise; to be known without loading Maven. */
    static LocalRepository ordinary() {
        String set = System.getProperty("maven.repo.local");
        return new LocalRepository(
                set != null ? Path.of(set) : Path.of(System.getProperty("user.home", ""), ".m2", "repository"));
    }

    /**
     * What the beginning of {@code group:artifact:version} could become: the next part of the group with its dot, an artifact
     * with its colon, or a version, the newest first.
     */
    List<String> completions(String begun) {
        List<String> parts = List.of(begun.split(":", -1));
        return switch (parts.size()) {
            case 1 -> groups(begun);
            case 2 -> of(directory(parts.get(0)), parts.get(0) + ":", parts.get(1), ":");
            case 3 -> {
                List<String> versions = new ArrayList<>(of(
                        directory(parts.get(0)).resolve(parts.get(1)),
                        parts.get(0) + ":" + parts.get(1) + ":",
                        parts.get(2),
                        ""));
                versions.sort(VersionOrder.NEWEST_FIRST);
                yield List.copyOf(versions);
            }
            default -> List.of();
        };
    }

    private List<String> groups(String begun) {
        int dot = begun.lastIndexOf('.');
        String above = begun.substring(0, dot + 1);
        String last = begun.substring(dot + 1);
        Path directory = dot < 0 ? root : directory(begun.substring(0, dot));
        List<String> found = new ArrayList<>();
        for (String folder : folders(directory)) {
            if (folder.startsWith(last)) {
                Path inside = directory.resolve(folder);
                List<String> next = folders(inside);
                if (next.stream().anyMatch(name -> isLibrary(inside.resolve(name)))) {
                    found.add(above + folder + ":");
                }
                if (next.stream()
                        .anyMatch(name -> !isLibrary(inside.resolve(name)) && !isVersion(inside.resolve(name)))) {
                    found.add(above + folder + ".");
                }
            }
        }
        return found;
    }

    private static List<String> of(Path directory, String before, String begun, String after) {
        return folders(directory).stream()
                .filter(name -> name.startsWith(begun) && holdsLibraries(directory.resolve(name)))
                .filter(name -> after.isEmpty() || isLibrary(directory.resolve(name)))
                .map(name -> before + name + after)
                .toList();
    }

    private Path directory(String group) {
        return root.resolve(group.replace('.', '/'));
    }

    private static boolean isLibrary(Path directory) {
        return folders(directory).stream().anyMatch(version -> isVersion(directory.resolve(version)));
    }

    private static boolean isVersion(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(
                    file -> file.toString().endsWith(".pom") || file.toString().endsWith(".jar"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
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
