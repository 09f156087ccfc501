package io.jotter.worker;

import io.jotter.wire.Frame;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cell thread and what it does. One thread lives as long as the worker, so that thread-locals last from cell to
 * cell; after an asynchronous stop it is replaced, because the stop may have struck anywhere.
 *
 * <p>A stop names the run that it is meant for and is taken under the same monitor under which a run ends: it cannot hit
 * the next one.
 */
@SuppressWarnings("StaticGuardedByInstance") // a debugger finds static fields alone, and one CellRuns writes them
final class CellRuns {
    private final Outbox outbox;
    private final Cells cells;
    private final ClassLoader loader;
    private final ArrayDeque<Task> queue = new ArrayDeque<>();
    private @Nullable Run current;

    /** What the cell thread does when it is free; a run, or a small errand. */
    private interface Task {
        void perform();
    }

    /** What a run does; it yields the frame that reports it. */
    @FunctionalInterface
    interface Body {
        RunOutcome perform();
    }

    private static final class Run {
        private final int call;
        private final long id;
        private final Thread thread = Thread.currentThread();
        private boolean interruptSent;
        private boolean stopping;

        Run(int call, long id) {
            this.call = call;
            this.id = id;
        }
    }

    CellRuns(Outbox outbox, Cells cells, ClassLoader loader) {
        this.outbox = outbox;
        this.cells = cells;
        this.loader = loader;
    }

    void start() {
        Thread thread = new Thread(null, this::work, "cell", 0, false);
        thread.setContextClassLoader(loader);
        thread.setDaemon(false);
        thread.start();
    }

    /** Queues a run of the front's. Called by the thread that reads the wire. */
    void submit(int call, long id, Body body) {
        enqueue(() -> run(call, id, body));
    }

    /** Queues a small piece of work that wants the cell thread, and reports for itself. */
    void errand(Runnable work) {
        enqueue(() -> {
            cells.adopt();
            work.run();
        });
    }

    /** Rung one. */
    synchronized void interrupt(long id) {
        Run run = current;
        if (run != null && run.id == id) {
            run.interruptSent = true;
            run.thread.interrupt();
        }
    }

    /** Rung two, made ready: names the threads that the front is to stop. */
    synchronized Frame.Readiness prepareStop(long id, boolean evenIfTaken) {
        Run run = current;
        if (run == null || run.id != id) {
            return Frame.Readiness.OVER;
        }
        if (!evenIfTaken && run.interruptSent && !outbox.isInterrupted(run.thread)) {
            return Frame.Readiness.TAKEN;
        }
        run.stopping = true;
        Set<Thread> targets = new HashSet<>(cells.startedByCurrent());
        targets.add(run.thread);
        StopTargets.threads = targets.toArray(Thread[]::new);
        return Frame.Readiness.READY;
    }

    /** The front has stopped the threads; when the cell thread has ended, the run is reported and a new thread starts. */
    void stopSent(long id) {
        Run run;
        synchronized (this) {
            run = current;
            if (run == null || run.id != id) {
                return;
            }
        }
        new OwnThread("stop-watch", () -> awaitEnd(run)).start();
    }

    private void awaitEnd(Run run) {
        try {
            run.thread.join();
        } catch (InterruptedException e) {
            return;
        }
        synchronized (this) {
            if (current != run) {
                return;
            }
            current = null;
            StopTargets.threads = new Thread[0];
        }
        start();
        outbox.send(new Frame.Ran(run.call, new RunOutcome.Stopped(true, null)));
    }

    private void enqueue(Task task) {
        synchronized (queue) {
            queue.add(task);
            queue.notifyAll();
        }
    }

    private Task next() throws InterruptedException {
        synchronized (queue) {
            while (queue.isEmpty()) {
                queue.wait();
            }
            return queue.remove();
        }
    }

    private void work() {
        while (true) {
            try {
                next().perform();
            } catch (InterruptedException stray) {
                // an interrupt that came as the run ended: the next run is not its business
            } catch (CellStopped stop) {
                return;
            } catch (Retired end) {
                return;
            }
        }
    }

    private void run(int call, long id, Body body) {
        cells.adopt();
        Run run = new Run(call, id);
        synchronized (this) {
            current = run;
        }
        RunOutcome outcome = perform(body);
        synchronized (this) {
            if (run.stopping) {
                // the stop may still be on its way to this thread, which therefore does nothing more
                throw new Retired();
            }
            current = null;
            if (run.interruptSent && outcome instanceof RunOutcome.Threw threw) {
                outcome = new RunOutcome.Stopped(false, threw.thrown());
            }
        }
        Thread.interrupted(); // an interrupt that came too late is not for the next run
        outbox.send(new Frame.Ran(call, outcome));
    }

    /** A report that cannot be made, as in a heap that stays full, must not leave the front waiting for it. */
    private static RunOutcome perform(Body body) {
        try {
            return body.perform();
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable e) {
            return new RunOutcome.Threw(new Thrown(e.getClass().getName(), null, List.of(), 0, List.of(), null));
        }
    }

    /** Ends a cell thread that was about to be stopped. */
    @SuppressWarnings("serial")
    private static final class Retired extends Error {
        Retired() {
            super(null, null, false, false);
        }
    }
}
