package io.jotter.server.app;

import io.jotter.server.history.CellHistory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a user's history lies, as the environment says it, or else where the system keeps such files. */
final class HistoryPlace {
    /** A file, or {@code off}. */
    static final String VARIABLE = "JOTTER_HISTORY";

    private static final Logger LOG = LoggerFactory.getLogger(HistoryPlace.class);

    private static final String OFF = "off";

    private HistoryPlace() {}

    static CellHistory open(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (named.equalsIgnoreCase(OFF)) {
            return CellHistory.ofThisKernel();
        }
        try {
            Path file = named.isBlank()
                    ? folder(environment, Path.of(System.getProperty("user.home")), System.getProperty("os.name"))
                            .resolve("history.jsonl")
                    : Path.of(named);
            return CellHistory.in(file);
        } catch (InvalidPathException e) {
            // as a name with letters that 17 does not know in a C locale
            LOG.warn("What is run is not kept for the next kernel: {}", e.getMessage());
            return CellHistory.ofThisKernel();
        }
    }

    static Path folder(Map<String, String> environment, Path home, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/jotter");
        }
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isBlank() ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("jotter");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? home.resolve(".local/share") : Path.of(data)).resolve("jotter");
    }
}
