package io.jotter.server.session;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does ahead of need what is slow the first time: step by step, so that what a reader asks meanwhile waits for one at most. */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** How long nothing must have been asked before the next step of those that can wait. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private int asked;
    private boolean closed;
    private long quietSince = System.nanoTime();

    /** Does what is asked for; what is left of the steps comes afterwards. */
    <T> T afterwards(Supplier<T> work) {
        count(1);
        try {
            return work.get();
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int more) {
        asked += more;
        quietSince = System.nanoTime();
        notifyAll();
    }

    /** No further step begins. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Takes the steps one after the other, as long as nothing is asked for. */
    void atOnce(List<Runnable> steps) {
        for (Runnable step : steps) {
            if (isAsked()) {
                return;
            }
            take(step);
        }
    }

    /** Takes each step when it has been quiet for a while; returns when all are taken. */
    void inQuiet(List<Runnable> steps) {
        for (Runnable step : steps) {
            if (!awaitQuiet()) {
                return;
            }
            take(step);
        }
    }

    private synchronized boolean isAsked() {
        return asked > 0 || closed;
    }

    private synchronized boolean awaitQuiet() {
        try {
            long left = quietSince + QUIET_NANOS - System.nanoTime();
            while (!closed && (asked > 0 || left > 0)) {
                if (asked > 0) {
                    wait();
                } else {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
                left = quietSince + QUIET_NANOS - System.nanoTime();
            }
            return !closed;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void take(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // whoever needs it will meet what is wrong and be told
            LOG.debug("A step of the warm-up failed", e);
        }
    }
}
