package io.jotter.server.app;

import io.jotter.server.session.SessionSettings;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of IJava and of JJava: the same ones with another beginning. Where both are set, both count; of
 * a limit, the first.
 *
 * @param variables of the kernel's process
 */
record CompatibleVariables(Map<String, String> variables) {
    private static final List<String> BEGINNINGS = List.of("IJAVA_", "JJAVA_");
    private static final Pattern DURATION = Pattern.compile("(-?\\d+)\\s*([A-Za-z]*)");

    /**
     * How a notebook begins.
     *
     * @throws IOException if a limit of time is none; the message says what is
     */
    SessionSettings session() throws IOException {
        return new SessionSettings(
                paths("CLASSPATH"), paths("STARTUP_SCRIPTS_PATH"), given("STARTUP_SCRIPT"), timeout(), extensions());
    }

    List<String> compilerOptions() {
        return given("COMPILER_OPTS").stream()
                .flatMap(CompatibleVariables::words)
                .toList();
    }

    /** Of the worker's JVM. */
    List<String> jvmOptions() {
        return given("JVM_OPTS").stream().flatMap(CompatibleVariables::words).toList();
    }

    private List<String> paths(String name) {
        return given(name).stream()
                .flatMap(value -> Stream.of(value.split(Pattern.quote(File.pathSeparator))))
                .filter(path -> !path.isBlank())
                .toList();
    }

    private boolean extensions() {
        String value = variables.getOrDefault("JJAVA_LOAD_EXTENSIONS", "true").strip();
        return !value.isEmpty() && !value.equals("0") && !value.equalsIgnoreCase("false");
    }

    private @Nullable Duration timeout() throws IOException {
        for (String value : given("TIMEOUT")) {
            Matcher parts = DURATION.matcher(value.strip());
            String unit = parts.matches() ? unit(parts.group(2)) : null;
            if (unit == null) {
                throw new IOException("IJAVA_TIMEOUT or JJAVA_TIMEOUT is \"" + value
                        + "\", which is no time: write a number of milliseconds, or one with a unit, as 30 SECONDS.");
            }
            long number = Long.parseLong(parts.group(1));
            // IJava takes a negative number for no limit
            return number < 0 ? null : Duration.of(number, java.time.temporal.ChronoUnit.valueOf(unit));
        }
        return null;
    }

    private static @Nullable String unit(String written) {
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "", "MILLISECONDS", "MS" -> "MILLIS";
            case "NANOSECONDS" -> "NANOS";
            case "MICROSECONDS" -> "MICROS";
            case "SECONDS", "S" -> "SECONDS";
            case "MINUTES" -> "MINUTES";
            case "HOURS" -> "HOURS";
            case "DAYS" -> "DAYS";
            default -> null;
        };
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("\\s+"));
    }

    /** What is set and not blank. */
    private List<String> given(String name) {
        List<String> values = new ArrayList<>();
        for (String beginning : BEGINNINGS) {
            String value = variables.get(beginning + name);
            if (value != null && !value.isBlank()) {
                values.add(value);
            }
        }
        return values;
    }
}
