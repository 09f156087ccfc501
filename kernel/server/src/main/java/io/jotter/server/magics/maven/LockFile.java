package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions that the notebooks of a folder are held to, with the SHA-256 of each jar; in {@code jotter.lock}, a line
 * each, sorted. An empty one holds nothing to anything.
 */
final class LockFile {
    static final String NAME = "jotter.lock";

    private static final String HEADER = """
            # The libraries of the notebooks in this folder, held to these versions by %deps lock.
            # %deps unlock, or removing this file, lets go.
            """;

    /** Where each is found: by all but its version. */
    private final Map<String, Entry> entries;

    private record Entry(Coordinates coordinates, String sha256) {}

    private LockFile(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** Reads the folder's; an empty one where there is none. */
    static LockFile of(Path directory) throws MagicException {
        Path file = directory.resolve(NAME);
        Map<String, Entry> entries = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    Entry entry = entry(line.strip());
                    entries.put(key(entry.coordinates()), entry);
                }
            }
        } catch (NoSuchFileException none) {
            return new LockFile(Map.of());
        } catch (IOException e) {
            throw new MagicException("Cannot read " + file + ": " + e.getMessage() + ". Mend or remove it.", e);
        }
        return new LockFile(entries);
    }

    private static Entry entry(String line) throws MagicException {
        String[] words = line.split("\\s+", -1);
        if (words.length != 2 || !words[1].matches("sha256:[0-9a-f]{64}")) {
            throw new MagicException("Cannot read the line " + line + " of " + NAME
                    + ". Each says group:artifact:version sha256:…; %deps unlock removes the file.");
        }
        return new Entry(Coordinates.parse(words[0]), words[1].substring("sha256:".length()));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    int size() {
        return entries.size();
    }

    /** The same requests, with this file's versions wherever they leave one open, and for all that they need. */
    AskedFor applied(AskedFor asked) {
        List<LibraryRequest> libraries = new ArrayList<>();
        for (LibraryRequest request : asked.libraries()) {
            Optional<String> locked = version(request.coordinates());
            libraries.add(
                    locked.isPresent() && request.coordinates().leavesVersionOpen()
                            ? new LibraryRequest(
                                    request.coordinates().withVersion(locked.get()),
                                    request.exclusions(),
                                    request.file())
                            : request);
        }
        List<LibraryRequest> managed = new ArrayList<>();
        entries.values().forEach(entry -> managed.add(LibraryRequest.of(entry.coordinates())));
        managed.addAll(asked.managed());
        return new AskedFor(libraries, managed, asked.repositories());
    }

    /**
     * What of these jars this file does not hold, a sentence each.
     *
     * @throws MagicException if a jar of a version that it does hold has another content
     */
    List<String> departures(List<MavenJar> jars) throws MagicException {
        List<String> departures = new ArrayList<>();
        for (MavenJar jar : isEmpty() ? List.<MavenJar>of() : jars) {
            Entry entry = entries.get(key(jar.coordinates()));
            if (entry == null) {
                departures.add(jar.coordinates() + " is not in " + NAME);
            } else if (!entry.coordinates().equals(jar.coordinates())) {
                departures.add(jar.coordinates() + " was asked for, where " + NAME + " has "
                        + entry.coordinates().version());
            } else if (!entry.sha256().equals(sha256(jar.file()))) {
                throw new MagicException(jar.file() + " is another file than the one that " + NAME + " has for "
                        + jar.coordinates() + ". Nothing was added. Remove it to have it fetched again, or write"
                        + " %deps unlock and %deps lock if the change is meant.");
            }
        }
        return departures;
    }

    /** This file and these jars, which count where both have a library. */
    LockFile with(List<MavenJar> jars) throws MagicException {
        Map<String, Entry> all = new TreeMap<>(entries);
        for (MavenJar jar : jars) {
            all.put(key(jar.coordinates()), new Entry(jar.coordinates(), sha256(jar.file())));
        }
        return new LockFile(all);
    }

    /** Replaces the folder's, whole or not at all. */
    void write(Path directory) throws MagicException {
        StringBuilder text = new StringBuilder(HEADER);
        entries.values()
                .forEach(entry -> text.append(entry.coordinates())
                        .append("  sha256:")
                        .append(entry.sha256())
                        .append('\n'));
        Path file = directory.resolve(NAME);
        Path beside = directory.resolve(NAME + ".new");
        try {
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new MagicException("Cannot write " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private Optional<String> version(Coordinates library) {
        Entry entry = entries.get(key(library));
        if (entry == null) {
            // such as bundle, another word for it
            entry = entries.get(key(new Coordinates(
                    library.group(), library.artifact(), "jar", library.classifier(), library.version())));
        }
        return Optional.ofNullable(entry == null ? null : entry.coordinates().version());
    }

    private static String key(Coordinates library) {
        return library.withVersion(null).toString();
    }

    private static String sha256(Path jar) throws MagicException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new MagicException("Cannot read " + jar + ": " + e.getMessage() + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
