package io.jotter.worker;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Does something once when no cell has run for a while, and again only after another cell. Between cells nothing is
 * allocated, so no collector would ever look whether what it holds is still needed; on a machine that many kernels share,
 * that is their neighbours' memory.
 */
final class QuietTime implements Runnable {
    /** Who reads a result and goes on is not quiet; who has gone to think is. */
    static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private final long nanos;
    private final Runnable work;
    private boolean cellRuns;
    private boolean due;
    private long quietSince;

    QuietTime(Duration quiet, Runnable work) {
        this.nanos = quiet.toNanos();
        this.work = work;
    }

    synchronized void cellBegins() {
        cellRuns = true;
    }

    synchronized void cellEnds() {
        cellRuns = false;
        due = true;
        quietSince = System.nanoTime();
        notifyAll();
    }

    @Override
    public void run() {
        try {
            while (true) {
                awaitQuiet();
                work.run();
            }
        } catch (InterruptedException end) {
            // only who started it ends it so
        }
    }

    private synchronized void awaitQuiet() throws InterruptedException {
        while (true) {
            long left = nanos - (System.nanoTime() - quietSince);
            if (cellRuns || !due) {
                wait();
            } else if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                due = false;
                return;
            }
        }
    }
}
