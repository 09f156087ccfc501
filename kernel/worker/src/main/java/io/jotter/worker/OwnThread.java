package io.jotter.worker;

import io.jotter.wire.OwnEnd;

/**
 * A thread of the worker's own: never stopped with a cell, never interrupted, and it keeps no JVM alive. None of them may
 * be missing, for the front would wait for ever for what it does: an error that ends one ends the worker, with its reason.
 */
class OwnThread extends Thread {
    private final Runnable work;

    OwnThread(String name, Runnable work) {
        super(null, null, name, 0, false);
        this.work = work;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (Throwable e) {
            // at once: what an orderly end takes may be just what is missing
            Runtime.getRuntime().halt(OwnEnd.because(e).exitCode());
        }
    }

    /** Nothing: an interrupt closes the socket in which it meets a thread, and a cell may interrupt every thread it finds. */
    @Override
    public void interrupt() {}
}
