package io.jotter.server.engine;

import java.util.concurrent.locks.ReentrantLock;

/** JShell is not thread-safe: every call holds this, and it is let go of only while the worker runs code. */
final class ShellLock {
    private final ReentrantLock lock = new ReentrantLock(true);

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /** Lets go wholly, however often this thread has entered; the count to {@link #enterAgain} with. */
    int leave() {
        int holds = lock.getHoldCount();
        for (int i = 0; i < holds; i++) {
            lock.unlock();
        }
        return holds;
    }

    void enterAgain(int holds) {
        for (int i = 0; i < holds; i++) {
            lock.lock();
        }
    }
}
