package io.jotter.worker;

/** A thread of the worker's own: never stopped with a cell, and it keeps no JVM alive. */
class OwnThread extends Thread {
    OwnThread(String name, Runnable work) {
        super(null, work, name, 0, false);
        setDaemon(true);
    }
}
