package io.jotter.server.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The report that a JVM leaves when it crashes. Its head says why; the exit code does not, where no core file is written.
 */
final class CrashReport {
    private static final int HEAD_LINES = 40;
    private static final Pattern SIGNAL = Pattern.compile("^# +(SIG[A-Z]+|EXCEPTION_\\w+) \\(0x", Pattern.MULTILINE);
    private static final Pattern FRAME = Pattern.compile("^# Problematic frame:\\R# +(.*)$", Pattern.MULTILINE);
    private static final Pattern NO_MEMORY = Pattern.compile("^# There is insufficient memory", Pattern.MULTILINE);

    private CrashReport() {}

    /** A sentence or two on why the JVM crashed, and where the whole report is. */
    static String inWords(Path report) {
        return reason(head(report)) + " The JVM's report: " + report;
    }

    private static String reason(String head) {
        if (NO_MEMORY.matcher(head).find()) {
            return "The machine had no more memory for the worker's JVM. Use less, or give the machine more.";
        }
        Matcher signal = SIGNAL.matcher(head);
        if (!signal.find()) {
            return "The worker's JVM crashed by a fault of its own.";
        }
        Matcher frame = FRAME.matcher(head);
        return "The worker crashed in native code (" + signal.group(1)
                + (frame.find() ? " in " + frame.group(1).strip() : "")
                + "). A native library failed, or was called wrongly.";
    }

    private static String head(Path report) {
        // in Latin-1 every byte is a character: a report of a JVM that was crashing may hold anything
        try (var lines = Files.lines(report, StandardCharsets.ISO_8859_1)) {
            return lines.limit(HEAD_LINES).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
