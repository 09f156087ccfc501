package io.jotter.worker;

import org.jspecify.annotations.Nullable;

/**
 * What the front's debugger connection reads when it stops a run: the threads, and what to throw in them. Static because
 * a debugger finds static fields by name; the threads are written by the thread that reads the wire alone.
 */
public final class StopTargets {
    /** By this the front knows that the JVM at the other end of the debugger connection is its worker. */
    static volatile @Nullable String token;

    static volatile Thread[] threads = new Thread[0];

    /**
     * Put here by the debugger: that at which one of the threads waits, to be closed. An array of objects, because a
     * debugger sets no field whose type the class has not needed yet.
     */
    static final @Nullable Object[] SOCKET = new Object[1];

    /** Made ahead of need: a full heap could not make one. */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    static final CellStopped STOP = new CellStopped();

    private StopTargets() {}
}
