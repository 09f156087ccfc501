package io.jotter.server.magics;

/** The process in which a magic runs. */
public enum Side {
    /** The kernel process: what acts on the compiler, the class path or the worker itself. */
    FRONT,
    /** The process that holds the user's objects. */
    WORKER
}
