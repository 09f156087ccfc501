package io.jotter.wire;

import java.util.Arrays;
import java.util.Optional;

/** Why a worker has ended itself, as its exit code says it: numbers that no program uses by habit. */
public enum OwnEnd {
    /** A thread of the worker's own found no memory for as long as it tried. */
    NO_MEMORY(231),
    /** A thread of the worker's own was ended by code that ends every thread, or by an error of the worker's. */
    THREAD_LOST(232),
    /** The socket to the front was closed while the front was still there. */
    WIRE_CLOSED(233),
    /** A shutdown hook did not return. */
    HOOK_HANGS(234);

    private final int exitCode;

    OwnEnd(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The end that an exit code names, if it names one. */
    public static Optional<OwnEnd> of(int exitCode) {
        return Arrays.stream(values()).filter(each -> each.exitCode == exitCode).findFirst();
    }

    /**
     * What it is called when an error has reached the bottom of a thread of the worker's own. Its classes are all there:
     * one that cannot be linked or initialised found no memory.
     */
    public static OwnEnd because(Throwable error) {
        return error instanceof OutOfMemoryError || error instanceof LinkageError ? NO_MEMORY : THREAD_LOST;
    }
}
