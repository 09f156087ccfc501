package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A repository that a notebook names, to be asked before those of the settings. */
public record MavenRepository(String id, String url) {
    private static final List<String> SCHEMES = List.of("http", "https", "file");

    /**
     * Reads a URL, or a directory relative to the notebook's.
     *
     * @throws MagicException if it is neither
     */
    static MavenRepository parse(String id, String location, Path workingDirectory) throws MagicException {
        try {
            URI uri = new URI(location);
            String scheme = uri.getScheme();
            // one letter is a Windows drive
            if (scheme != null && scheme.length() > 1) {
                if (!SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
                    throw new MagicException("Cannot ask the repository " + location + ": its URL must begin with "
                            + "https://, http:// or file://.");
                }
                return new MavenRepository(id, location);
            }
        } catch (URISyntaxException notAUrl) {
            // then a directory, which may hold blanks
        }
        return new MavenRepository(
                id, directory(location, workingDirectory).toUri().toString());
    }

    /** One that was named by its location alone. The id lasts: the local repository remembers where a jar came from. */
    static MavenRepository parse(String location, Path workingDirectory) throws MagicException {
        String url = parse("unnamed", location, workingDirectory).url();
        return new MavenRepository(idOf(url), url);
    }

    /** The id of a repository that was given none. */
    static String idOf(String url) {
        return "from-" + Integer.toHexString(url.hashCode());
    }

    private static Path directory(String location, Path workingDirectory) throws MagicException {
        try {
            Path directory = workingDirectory.resolve(location).normalize();
            if (Files.isDirectory(directory)) {
                return directory;
            }
        } catch (InvalidPathException neither) {
            throw noRepository(location);
        }
        throw noRepository(location);
    }

    private static MagicException noRepository(String location) {
        return new MagicException("There is no repository " + location
                + ": write a URL, an existing directory, or the id of one named before with %mavenRepo id url.");
    }
}
