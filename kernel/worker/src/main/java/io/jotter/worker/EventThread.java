package io.jotter.worker;

import io.jotter.worker.EventRuns.Line;
import org.jspecify.annotations.Nullable;

/**
 * A thread on which handlers of the page's events run, one line's at a time. Of the reader's threads, so that it can be
 * interrupted and stopped. Its fields are guarded by the monitor of {@link EventRuns}.
 */
final class EventThread extends Thread {
    /** The line whose handler runs; null between two. */
    @Nullable
    Line line;

    /** The same, when it was made ready to be stopped. */
    @Nullable
    Line stopped;

    long since;
    boolean interruptSent;
    boolean stopping;

    EventThread(Runnable work, ClassLoader loader) {
        super(null, work, "events", 0, false);
        setContextClassLoader(loader);
        setDaemon(true);
    }

    /** Whether it has taken its interrupt, and is given time to end by itself. */
    boolean isWindingUp(Outbox outbox) {
        return interruptSent && !outbox.isInterrupted(this) && !CellWork.waitsUninterruptibly(this);
    }
}
