package io.jotter.server.handlers;

/** Where a request is answered. */
public enum Lane {
    /** By the thread that has read it, ahead of everything: must not wait for anything. */
    DIRECT,
    /** In order, beside a running cell. */
    INQUIRY,
    /** In order, beside a running cell and all inquiries: what a debugger's panels ask, after each output of a cell. */
    DEBUG,
    /** In order, one cell after the other. */
    EXECUTE;

    /**
     * The stack of a thread that compiles, in bytes. The compiler recurses over the code: with a thread's usual megabyte a
     * sum of some thousand terms is too much for it. Only what is used is taken from the machine.
     */
    static final long COMPILERS_STACK = 64L << 20;
}
