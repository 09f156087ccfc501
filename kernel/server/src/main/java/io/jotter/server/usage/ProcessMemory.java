package io.jotter.server.usage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The memory that processes hold; the JDK itself tells nothing of others. */
final class ProcessMemory {
    private static final Path PROC = Path.of("/proc");

    /** In seconds. */
    private static final long PS_MAY_TAKE = 5;

    private ProcessMemory() {}

    /** In bytes. On Linux what they share is counted once; elsewhere in each of them; empty where no one tells. */
    static OptionalLong of(List<Long> pids) {
        return Files.isDirectory(PROC.resolve("self")) ? byProc(pids) : byPs(pids);
    }

    private static OptionalLong byProc(List<Long> pids) {
        long bytes = 0;
        for (long pid : pids) {
            Path folder = PROC.resolve(Long.toString(pid));
            bytes += kilobytes(folder.resolve("smaps_rollup"), "Pss:")
                            .or(() -> kilobytes(folder.resolve("status"), "VmRSS:"))
                            .orElse(0L)
                    << 10;
        }
        return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
    }

    private static Optional<Long> kilobytes(Path file, String field) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(field))
                    .findFirst()
                    .map(line -> Long.valueOf(line.replaceAll("\\D", "")));
        } catch (IOException endedOrNotOurs) {
            return Optional.empty();
        }
    }

    private static OptionalLong byPs(List<Long> pids) {
        String all = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", all)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            ps.getOutputStream().close();
            String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            ps.waitFor(PS_MAY_TAKE, TimeUnit.SECONDS);
            long kilobytes = said.lines()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .sum();
            return kilobytes > 0 ? OptionalLong.of(kilobytes << 10) : OptionalLong.empty();
        } catch (IOException noSuchCommand) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
