package io.jotter.worker;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A small piece of work that another thread does, and for which nobody waits for ever. */
final class Errand<T> implements Runnable {
    /** What a thread is given to take an interrupt, in milliseconds. */
    private static final long TO_GIVE_UP = 100;

    private final Supplier<T> work;
    // guarded by this
    private @Nullable Thread doing;
    private @Nullable T result;
    private boolean over;
    private boolean abandoned;

    Errand(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public void run() {
        synchronized (this) {
            if (abandoned) {
                return;
            }
            doing = Thread.currentThread();
        }
        T made = done();
        synchronized (this) {
            result = made;
            over = true;
            notifyAll();
            Thread.interrupted(); // one that came too late is not for the next
            if (abandoned) {
                throw new CellRuns.Retired();
            }
        }
    }

    private @Nullable T done() {
        try {
            return work.get();
        } catch (Throwable broken) {
            // a look at a value that cannot be looked at; the asker has another answer
            return null;
        }
    }

    /**
     * Waits for the result; the thread that has not come to an end is interrupted, and then left with what it does.
     *
     * @param replace starts another thread in the place of one that is left; that one ends when it comes back
     * @return empty if there is none in time
     */
    synchronized Optional<T> await(long millis, Runnable replace) throws InterruptedException {
        waitFor(millis);
        if (!over && doing != null) {
            doing.interrupt();
            waitFor(TO_GIVE_UP);
        }
        if (!over) {
            abandoned = true;
            if (doing != null) {
                replace.run();
            }
        }
        return Optional.ofNullable(result);
    }

    private synchronized void waitFor(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; !over && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
