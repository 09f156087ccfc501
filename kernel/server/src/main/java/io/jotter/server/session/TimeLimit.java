package io.jotter.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The longest that a cell may run. What runs longer is interrupted, as by the reader.
 *
 * @param longest or null for no limit
 * @param interrupt climbs the stop ladder
 */
record TimeLimit(@Nullable Duration longest, Runnable interrupt) {
    /** Runs a cell; in place of its interruption, that it took too long. */
    EvalOutcome keep(Supplier<EvalOutcome> cell) {
        Duration limit = longest;
        if (limit == null) {
            return cell.get();
        }
        Watch watch = new Watch(limit);
        Thread thread = new Thread(watch, "time-limit");
        thread.setDaemon(true);
        thread.start();
        EvalOutcome outcome;
        try {
            outcome = cell.get();
        } finally {
            watch.end();
        }
        return watch.struck && outcome instanceof EvalOutcome.Stopped stopped ? tookTooLong(limit, stopped) : outcome;
    }

    private static EvalOutcome tookTooLong(Duration limit, EvalOutcome.Stopped stopped) {
        String message = "The cell ran longer than " + inWords(limit)
                + ", the limit that IJAVA_TIMEOUT or JJAVA_TIMEOUT sets, and was stopped. All variables are kept.";
        List<String> lines = new ArrayList<>();
        lines.add(message);
        lines.addAll(stopped.traceback());
        return new EvalOutcome.Stopped("TimeLimitExceeded", message, lines);
    }

    private static String inWords(Duration limit) {
        return limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private final class Watch implements Runnable {
        private final long end;
        private boolean over;
        private boolean struck;

        Watch(Duration limit) {
            this.end = System.nanoTime() + limit.toNanos();
        }

        @Override
        public synchronized void run() {
            try {
                long left = end - System.nanoTime();
                while (!over && left > 0) {
                    // never 0, which would wait for ever
                    wait(left / 1_000_000 + 1);
                    left = end - System.nanoTime();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
            }
            if (!over) {
                struck = true;
                // under the monitor: it cannot hit the next cell
                interrupt.run();
            }
        }

        synchronized void end() {
            over = true;
            notifyAll();
        }
    }
}
