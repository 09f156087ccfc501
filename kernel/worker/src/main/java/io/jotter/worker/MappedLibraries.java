package io.jotter.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which native libraries the process has mapped, so that one that comes with a cell is noticed. Linux only. */
final class MappedLibraries {
    private static final Path MAPS = Path.of("/proc/self/maps");

    /** Through which Java's foreign functions reach the C library, which itself is always there. */
    private static final String C_LIBRARY = "libsyslookup";

    private final Set<String> atFirst = now();

    /** Whether code other than the JDK's own may have come since this was made; true where the system does not tell. */
    boolean haveGrown() {
        String jdk = System.getProperty("java.home");
        Set<String> since = new HashSet<>(now());
        since.removeAll(atFirst);
        return atFirst.isEmpty()
                || since.stream().anyMatch(library -> !library.startsWith(jdk) || library.contains(C_LIBRARY));
    }

    private static Set<String> now() {
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.filter(line -> line.contains(".so"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .collect(Collectors.toSet());
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }
}
