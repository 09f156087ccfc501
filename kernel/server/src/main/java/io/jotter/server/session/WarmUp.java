package io.jotter.server.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does ahead of need what is slow the first time: step by step, so that what a reader asks meanwhile waits for one at most. */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

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

    /** Takes a step now, unless something is asked for. */
    void atOnce(Runnable step) {
        if (!isAsked()) {
            take(step);
        }
    }

    /** Takes a step when it has been quiet for so long; returns then. */
    void inQuiet(Duration quiet, Runnable step) {
        if (awaitQuiet(quiet.toNanos())) {
            take(step);
        }
    }

    private synchronized boolean isAsked() {
        return asked > 0 || closed;
    }

    private synchronized boolean awaitQuiet(long nanos) {
        try {
            long left = quietSince + nanos - System.nanoTime();
            while (!closed && (asked > 0 || left > 0)) {
                if (asked > 0) {
                    wait();
                } else {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
                left = quietSince + nanos - System.nanoTime();
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
