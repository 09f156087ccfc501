package io.jotter.worker;

import io.jotter.wire.Frame;
import io.jotter.wire.RunOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of the front's, from its first instruction to its report. Guarded by the monitor of {@link CellRuns}. */
final class CellRun {
    /** What threads of an interrupted cell have to wind up once its run is over, before they are stopped; nanoseconds. */
    private static final long TO_WIND_UP = 50_000_000;

    /**
     * How long a report waits for threads that cannot be stopped, as in native code; nanoseconds. Longer than the front
     * repeats its stop: on a busy machine a thread that swallows it takes that long.
     */
    private static final long LONGEST_LINGERING = 3_000_000_000L;

    /** A thread that was stopped and is still at the same monitor after this will get no further; nanoseconds. */
    private static final long TO_GET_A_MONITOR = 50_000_000;

    final long id;
    /** Tells the front. Made ahead: when the run ends there may be no memory for it. */
    final Runnable report;

    Thread thread = Thread.currentThread();
    boolean interruptSent;
    boolean stopping;
    boolean watched;
    private @Nullable RunOutcome outcome;
    private long overSince;
    private long blockedSince;

    CellRun(int call, long id, Outbox outbox) {
        this.id = id;
        this.report = () -> outbox.send(new Frame.Ran(call, Objects.requireNonNull(outcome)));
    }

    /** The cell thread is done with it. */
    void over(RunOutcome ended) {
        outcome = ended;
        overSince = System.nanoTime();
    }

    boolean isOver() {
        return outcome != null;
    }

    /** Whether it has taken its interrupt, and is given time to end by itself. */
    boolean isWindingUp(Outbox outbox) {
        if (isOver()) {
            return System.nanoTime() - overSince < TO_WIND_UP;
        }
        return interruptSent && !outbox.isInterrupted(thread) && !CellWork.waitsUninterruptibly(thread);
    }

    boolean isLingeringTooLong() {
        return System.nanoTime() - overSince > LONGEST_LINGERING;
    }

    boolean waitsForeverForAMonitor() {
        if (!isBlocked(thread)) {
            blockedSince = 0;
            return false;
        }
        long now = System.nanoTime();
        if (blockedSince == 0) {
            blockedSince = now;
        }
        return now - blockedSince > TO_GET_A_MONITOR;
    }

    /** Nothing wakes a thread that waits for a monitor; it burns nothing, and is stopped if it ever gets it. */
    static boolean isBlocked(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED;
    }
}
