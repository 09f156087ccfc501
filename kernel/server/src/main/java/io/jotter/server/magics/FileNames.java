package io.jotter.server.magics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Completes the name of a file that is being written as an argument. */
public final class FileNames {
    private static final int MOST = 200;

    private FileNames() {}

    /** The files that the argument could become, a folder with a slash at its end; hidden ones where a dot asks for them. */
    public static List<String> completions(String argument, Path workingDirectory) {
        int slash = argument.lastIndexOf('/') + 1;
        String folder = argument.substring(0, slash);
        String begun = argument.substring(slash);
        String place = folder.startsWith("~/") ? System.getProperty("user.home") + folder.substring(1) : folder;
        try (Stream<Path> files = Files.list(workingDirectory.resolve(place))) {
            return files.filter(file -> file.getFileName().toString().startsWith(begun))
                    .filter(file -> begun.startsWith(".")
                            || !file.getFileName().toString().startsWith("."))
                    .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException | UncheckedIOException | InvalidPathException none) {
            return List.of();
        }
    }
}
