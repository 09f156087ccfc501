package io.jotter.server.engine;

import io.jotter.wire.OwnEnd;
import java.util.List;

/**
 * The end of a worker and what became of its state.
 *
 * @param reason in words, with what to do about it
 * @param lostVariables by name
 * @param restored what stands again, in words
 * @param notRestored what could not be declared again, by name
 */
public record Death(String reason, List<String> lostVariables, List<String> restored, List<String> notRestored) {
    Death(String reason, List<String> lostVariables) {
        this(reason, lostVariables, List.of(), List.of());
    }

    /** What an exit code says. The JVM reports a signal as 128 and its number. */
    static String reason(int exitCode) {
        return OwnEnd.of(exitCode).map(Death::reason).orElseGet(() -> reasonFromOutside(exitCode));
    }

    private static String reason(OwnEnd end) {
        return switch (end) {
            case NO_MEMORY ->
                "The worker ended itself: its memory stayed full, so that it could not answer any more. Use less, or give"
                        + " it more with %jvm -Xmx4g.";
            case THREAD_LOST ->
                "The worker ended itself: one of its own threads was stopped. Code that stops every thread does that.";
            case WIRE_CLOSED ->
                "The worker ended itself: its connection to the kernel was closed. Code that closes what it has not opened"
                        + " does that.";
            case HOOK_HANGS ->
                "The worker was ended by the cell, or a library that it called (System.exit); a shutdown hook did not"
                        + " return and was not waited for any longer.";
        };
    }

    private static String reasonFromOutside(int exitCode) {
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

    /**
     * What a worker says that never came up.
     *
     * @param how what became of it
     * @param said what it wrote meanwhile; mostly the JVM's own complaint
     */
    static String notStarted(String how, String said) {
        return "The worker could not start: " + how + "."
                + (said.isBlank() ? "" : " It said:\n" + said.strip() + "\n")
                + " Look at the JVM options (%jvm shows them, %jvm --reset takes them away, JOTTER_JVM_OPTS sets them for all notebooks) and at the memory that is free.";
    }

    /** When it lives and can be neither asked nor heard. */
    static final String WIRE_LOST =
            "The worker was ended because the kernel could not reach it any more. This is an error in Jotter, or in"
                    + " code that closed what is not its own.";

    /** When our own stop ladder reached its last rung. */
    static final String INTERRUPTED = "The worker was ended because the cell could not be stopped otherwise.";
}
