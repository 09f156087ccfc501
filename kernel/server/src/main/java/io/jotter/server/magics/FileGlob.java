package io.jotter.server.magics;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A path with wildcards.
 *
 * @param base the directory, or the whole path if it is plain
 * @param pattern what is below the base, empty if the path is plain
 */
record FileGlob(Path base, String pattern) {
    private static final String WILDCARDS = "*?[{";

    /**
     * @throws MagicException if it is no path of this machine
     */
    static FileGlob parse(String written, Path workingDirectory) throws MagicException {
        String path = File.separatorChar == '\\' ? written.replace('\\', '/') : written;
        if (path.equals("~") || path.startsWith("~/")) {
            path = System.getProperty("user.home") + path.substring(1);
        }
        try {
            // a file may be named with a bracket
            if (firstWildcard(path) < 0 || Files.exists(plain(path, workingDirectory))) {
                return new FileGlob(plain(path, workingDirectory), "");
            }
        } catch (InvalidPathException e) {
            if (firstWildcard(path) < 0) {
                throw new MagicException(written + " is not a path: " + e.getReason() + ".", e);
            }
        }
        int directory = path.lastIndexOf('/', firstWildcard(path));
        String base = directory < 0 ? "" : path.substring(0, directory + 1);
        return new FileGlob(plain(base, workingDirectory), path.substring(directory + 1));
    }

    private static Path plain(String path, Path workingDirectory) {
        return workingDirectory.resolve(path).toAbsolutePath().normalize();
    }

    private static int firstWildcard(String path) {
        for (int index = 0; index < path.length(); index++) {
            if (WILDCARDS.indexOf(path.charAt(index)) >= 0) {
                return index;
            }
        }
        return -1;
    }

    boolean isPlainPath() {
        return pattern.isEmpty();
    }

    String shown() {
        return isPlainPath() ? base.toString() : base + File.separator + pattern;
    }

    /**
     * What there is, sorted by name: the order of a directory differs from one machine to the next.
     *
     * @throws MagicException if the directory cannot be read or the wildcards are wrong
     */
    List<Path> matches() throws MagicException {
        if (isPlainPath()) {
            return Files.exists(base) ? List.of(base) : List.of();
        }
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        List<PathMatcher> matchers = matchers();
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/").length;
        try (Stream<Path> below = Files.walk(base, depth, FileVisitOption.FOLLOW_LINKS)) {
            return below.filter(path -> !path.equals(base))
                    .filter(path -> matchers.stream().anyMatch(matcher -> matcher.matches(base.relativize(path))))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MagicException("Cannot read the directory " + base + ": " + e.getMessage() + ".", e);
        }
    }

    private List<PathMatcher> matchers() throws MagicException {
        FileSystem files = base.getFileSystem();
        try {
            List<PathMatcher> matchers = new ArrayList<>();
            matchers.add(files.getPathMatcher("glob:" + pattern));
            if (pattern.startsWith("**/")) {
                // Java's **/ wants a directory at least; people mean this one too
                matchers.add(files.getPathMatcher("glob:" + pattern.substring("**/".length())));
            }
            return matchers;
        } catch (PatternSyntaxException e) {
            throw new MagicException("The wildcards of " + pattern + " are wrong: " + e.getDescription() + ".", e);
        }
    }
}
