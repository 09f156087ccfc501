package io.jotter.server.engine;

import java.util.List;

/**
 * The end of a worker and what became of its state.
 *
 * @param reason in words, with what to do about it
 * @param lostVariables by name
 * @param restored what stands again, in words
 */
public record Death(String reason, List<String> lostVariables, List<String> restored) {
    /** What an exit code says. The JVM reports a signal as 128 and its number. */
    static String reason(int exitCode) {
        int signal = exitCode - 128;
        return switch (signal) {
            case 9 ->
                "The worker was killed (signal 9): most likely the machine ran out of memory. Use less, or give the"
                        + " machine more.";
            case 6, 11, 7, 4, 8 ->
                "The worker crashed in native code (signal " + signal
                        + "). A native library failed, or was called wrongly.";
            case 15 -> "The worker was told to end from outside (signal 15).";
            case 1, 2, 3 -> "The worker was ended from outside (signal " + signal + ").";
            default ->
                "The worker ended with exit code " + exitCode
                        + ": the cell, or a library that it called, ended the JVM (System.exit or Runtime.halt).";
        };
    }

    /** When the JVM ended before it could run anything: it says itself what it has against its options. */
    static String notStarted(int exitCode) {
        return "The worker's JVM did not start (exit code " + exitCode
                + "); what it says stands in the output. Its options come from %jvm and from JOTTER_JVM_OPTS: mend them.";
    }

    /** When our own stop ladder reached its last rung. */
    static final String INTERRUPTED = "The worker was ended because the cell could not be stopped otherwise.";
}
