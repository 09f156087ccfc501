package io.jotter.server.history;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The history of all kernels of a user: a JSON object a line, in the order in which cells were run. Any number of
 * kernels may write at once: each takes a lock, on a file beside it, since a file that is replaced keeps no lock. Only
 * its user can read it.
 */
final class HistoryFile {
    /** In bytes; a longer history loses its older half when a kernel runs its first cell. */
    private static final long LONGEST = 8L << 20;

    /** In bytes; a longer line, as of a cell with data in it, is not worth its place. */
    private static final int LONGEST_LINE = 128 << 10;

    private static final String OWNER_READS_AND_WRITES = "rw-------";
    private static final String OWNER_ALONE = "rwx------";

    private final Path file;
    private final long longest;

    HistoryFile(Path file) {
        this(file, LONGEST);
    }

    HistoryFile(Path file, long longest) {
        this.file = file.toAbsolutePath();
        this.longest = longest;
    }

    @FunctionalInterface
    private interface Work<T> {
        T perform() throws IOException;
    }

    /** Every cell that is kept, oldest first. A line that is broken is passed over. */
    synchronized List<HistoryEntry> read() throws IOException {
        return Files.exists(file) ? locked(this::entries) : List.of();
    }

    /** Adds a cell of a session that has a number. */
    synchronized void add(HistoryEntry entry) throws IOException {
        locked(() -> {
            append(entry);
            return entry;
        });
    }

    /** Adds the first cell of a session: its number, which no other kernel's has. */
    synchronized int addFirst(HistoryEntry entry) throws IOException {
        return locked(() -> {
            List<HistoryEntry> earlier = entries();
            if (Files.size(file) > longest) {
                replace(earlier);
            }
            int session =
                    1 + earlier.stream().mapToInt(HistoryEntry::session).max().orElse(0);
            append(entry.in(session));
            return session;
        });
    }

    private <T> T locked(Work<T> work) throws IOException {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, onlyOwner(OWNER_ALONE));
        }
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        create(lock);
        create(file);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            // let go with the channel
            channel.lock();
            return work.perform();
        }
    }

    private static void create(Path path) throws IOException {
        try (FileChannel created = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                onlyOwner(OWNER_READS_AND_WRITES))) {
            created.position();
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        // elsewhere a user's folder is the user's own already
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private List<HistoryEntry> entries() throws IOException {
        // decoded without complaint: a crash may have left half a character
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<HistoryEntry> entries = new ArrayList<>();
        text.lines().forEach(line -> parse(line).ifPresent(entries::add));
        return entries;
    }

    private static Optional<HistoryEntry> parse(String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            return Optional.of(new HistoryEntry(
                    json.get("session").getAsInt(),
                    json.get("line").getAsInt(),
                    json.get("source").getAsString(),
                    null));
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | UnsupportedOperationException broken) {
            return Optional.empty();
        }
    }

    private void append(HistoryEntry entry) throws IOException {
        byte[] line = line(entry);
        if (line.length > LONGEST_LINE) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            if (end > 0 && !endsWithNewLine(channel, end)) {
                // after a crash in the middle of a line
                end += channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
            }
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
        }
    }

    private static boolean endsWithNewLine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }

    private static byte[] line(HistoryEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("session", entry.session());
        json.addProperty("line", entry.line());
        json.addProperty("source", entry.source());
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void replace(List<HistoryEntry> all) throws IOException {
        long left = longest / 2;
        int from = all.size();
        while (from > 0 && left > 0) {
            from--;
            left -= line(all.get(from)).length;
        }
        Path shorter = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(shorter);
        create(shorter);
        try (var out = Files.newOutputStream(shorter)) {
            for (HistoryEntry entry : all.subList(from, all.size())) {
                out.write(line(entry));
            }
        }
        Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
