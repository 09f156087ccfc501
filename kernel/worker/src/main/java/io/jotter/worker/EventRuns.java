package io.jotter.worker;

import io.jotter.api.EventLine;
import io.jotter.api.OutputTarget;
import io.jotter.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the handlers of the page's events, beside the cells: one after the other, so that a reader's handlers need no
 * locks; but while one takes long, those of other lines go on beside it, so that a button can stop what another began.
 *
 * <p>Guarded by a monitor, not by a lock of {@code java.util.concurrent}: an asynchronous stop releases monitors. A thread
 * that was stopped does nothing more and is replaced.
 */
final class EventRuns {
    /** A handler that runs for longer holds up its own line alone, in nanoseconds. */
    private static final long SLOW = 500_000_000;

    /** Handlers that never end take a thread each; beyond so many, events wait until an interrupt ends them. */
    private static final int MOST_THREADS = 16;

    private static final Thread[] NOBODY = {};

    private static final String STOPPED =
            "A widget's handler ignored the interrupt and was stopped from outside. What it was"
                    + " changing may be half changed; later events are handled as before.\n";

    private final Outbox outbox;
    private final Cells cells;
    private final ClassLoader loader;
    private final Consumer<Throwable> failed;
    private final List<EventThread> threads = new ArrayList<>();
    /** About to be stopped. */
    private final List<EventThread> toWatch = new ArrayList<>();

    /** Lines with handlers that wait, and none that runs. */
    private final ArrayDeque<Line> ready = new ArrayDeque<>();

    /**
     * @param failed shows what a handler threw, in the place of the calling thread
     */
    EventRuns(Outbox outbox, Cells cells, ClassLoader loader, Consumer<Throwable> failed) {
        this.outbox = outbox;
        this.cells = cells;
        this.loader = loader;
        this.failed = failed;
    }

    /** A line whose handlers show what they show where the calling thread does now. */
    Line line() {
        return new Line(cells.here());
    }

    /** A handler that waits, under a key if a later one may take its place. */
    private record Waiting(@Nullable Object key, Runnable handler) {}

    /** See {@link EventLine}. */
    final class Line implements EventLine {
        private final Cells.Place place;
        // guarded by EventRuns.this
        private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
        private boolean running;

        private Line(Cells.Place place) {
            this.place = place;
        }

        @Override
        public void add(Runnable handler) {
            put(new Waiting(null, handler));
        }

        @Override
        public void addLatest(Object key, Runnable handler) {
            put(new Waiting(key, handler));
        }

        private void put(Waiting event) {
            synchronized (EventRuns.this) {
                if (event.key() != null && replaced(event)) {
                    return;
                }
                waiting.add(event);
                if (!running && waiting.size() == 1) {
                    ready.add(this);
                }
                provideThread();
                EventRuns.this.notifyAll();
            }
        }

        private boolean replaced(Waiting event) {
            List<Waiting> all = new ArrayList<>(waiting);
            boolean found = false;
            for (int i = 0; i < all.size(); i++) {
                if (event.key() != null && event.key().equals(all.get(i).key())) {
                    all.set(i, event);
                    found = true;
                }
            }
            if (found) {
                waiting.clear();
                waiting.addAll(all);
            }
            return found;
        }
    }

    /** There is always one that can take up what is ready, or will when its turn comes. */
    private void provideThread() {
        for (EventThread thread : List.copyOf(threads)) {
            if (!thread.isAlive() && thread.getState() == Thread.State.TERMINATED) {
                ended(thread);
            }
        }
        boolean oneIsFree = threads.stream().anyMatch(thread -> thread.line == null);
        if (!oneIsFree && threads.size() < MOST_THREADS) {
            EventThread thread = new EventThread(this::work, loader);
            threads.add(thread);
            thread.start();
        }
    }

    private void work() {
        EventThread self = (EventThread) Thread.currentThread();
        try {
            while (true) {
                Waiting event = take(self);
                if (event == null) {
                    return;
                }
                perform(event.handler());
            }
        } catch (CellStopped stop) {
            // whatever it was doing is half done, so the thread is not used again
            return;
        } finally {
            ended(self);
        }
    }

    /** The next handler, when its turn has come; null if this thread is not to do anything more. */
    private synchronized @Nullable Waiting take(EventThread self) {
        if (self.stopping) {
            return null;
        }
        Line done = self.line;
        self.line = null;
        self.interruptSent = false;
        if (done != null) {
            release(done);
            notifyAll();
        }
        long nanos = nanosToWait();
        while (nanos > 0) {
            try {
                wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
            } catch (InterruptedException stray) {
                // meant for a handler that has ended
            }
            nanos = nanosToWait();
        }
        Line next = ready.remove();
        next.running = true;
        self.line = next;
        self.since = System.nanoTime();
        Waiting event = next.waiting.remove();
        cells.adopt(next.place);
        if (!ready.isEmpty()) {
            provideThread();
        }
        Thread.interrupted(); // an interrupt that came too late is not for this one
        return event;
    }

    private void release(Line line) {
        line.running = false;
        if (!line.waiting.isEmpty() && !ready.contains(line)) {
            ready.add(line);
        }
    }

    /** Until the first line may go; 0 if it may now. */
    private long nanosToWait() {
        if (ready.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long now = System.nanoTime();
        long longest = 0;
        for (EventThread thread : threads) {
            if (thread.line != null) {
                longest = Math.max(longest, SLOW - (now - thread.since));
            }
        }
        return longest;
    }

    private void perform(Runnable handler) {
        try {
            handler.run();
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable e) {
            failed.accept(e);
        }
    }

    private synchronized void ended(EventThread thread) {
        Line line = thread.line;
        if (line != null) {
            release(line);
            thread.line = null;
        }
        threads.remove(thread);
        if (!ready.isEmpty()) {
            provideThread();
            notifyAll();
        }
    }

    /** Rung one, for the handlers that run now. */
    synchronized void interrupt() {
        for (EventThread thread : threads) {
            if (thread.line != null) {
                thread.interruptSent = true;
                thread.interrupt();
            }
        }
    }

    /** Rung two, made ready: names the threads whose handlers have not ended since they were interrupted. */
    synchronized Frame.Readiness prepareStop(boolean evenIfTaken) {
        List<EventThread> targets = threads.stream()
                .filter(thread -> thread.interruptSent && thread.isAlive())
                .toList();
        if (targets.isEmpty()) {
            StopTargets.threads = NOBODY;
            return Frame.Readiness.OVER;
        }
        if (!evenIfTaken && targets.stream().allMatch(thread -> thread.isWindingUp(outbox))) {
            return Frame.Readiness.TAKEN;
        }
        for (EventThread thread : targets) {
            if (!thread.stopping) {
                thread.stopping = true;
                thread.stopped = thread.line;
                toWatch.add(thread);
            }
        }
        StopTargets.threads = targets.toArray(Thread[]::new);
        return Frame.Readiness.READY;
    }

    /** The front has stopped the threads; what they show of it is said when they have ended. */
    synchronized void stopSent() {
        // some have ended already, and of these too it is told
        for (EventThread thread : toWatch) {
            new OwnThread("event-stop-watch", () -> awaitEnd(thread)).start();
        }
        toWatch.clear();
    }

    private void awaitEnd(EventThread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the worker's own", e);
        }
        ended(thread);
        tellOfStop(thread);
    }

    private void tellOfStop(EventThread thread) {
        Line line;
        synchronized (this) {
            line = thread.stopped;
        }
        if (line == null) {
            return;
        }
        OutputTarget target = line.place.target();
        if (target != null) {
            target.print(true, STOPPED);
        } else {
            byte[] text = STOPPED.getBytes(StandardCharsets.UTF_8);
            outbox.print(line.place.cell().name(), true, text, 0, text.length);
        }
    }
}
