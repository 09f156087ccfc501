package io.jotter.worker;

import io.jotter.wire.Frame;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cell thread and what it does. One thread lives as long as the worker, so that thread-locals last from cell to
 * cell; after an asynchronous stop it is replaced, because the stop may have struck anywhere.
 *
 * <p>A stop names the run that it is meant for and is taken under the same monitor under which a run ends: it cannot hit
 * the next one. A run that was interrupted is reported when the threads that work for its cell are done too.
 */
@SuppressWarnings("StaticGuardedByInstance") // a debugger finds static fields alone, and one CellRuns writes them
final class CellRuns {
    /** What threads of an interrupted cell have to wind up once its run is over, before they are stopped; nanoseconds. */
    private static final long TO_WIND_UP = 50_000_000;

    /** How long a report waits for threads that cannot be stopped, as in native code; nanoseconds. */
    private static final long LONGEST_LINGERING = 1_000_000_000;

    /** A thread that was stopped and is still at the same monitor after this will get no further; nanoseconds. */
    private static final long TO_GET_A_MONITOR = 50_000_000;

    private final Outbox outbox;
    private final Cells cells;
    private final CellWork cellWork;
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
        private boolean watched;
        private @Nullable RunOutcome outcome;
        private long overSince;
        private long blockedSince;

        Run(int call, long id) {
            this.call = call;
            this.id = id;
        }

        /** The cell thread is done with it. */
        void over(RunOutcome ended) {
            outcome = ended;
            overSince = System.nanoTime();
        }
    }

    CellRuns(Outbox outbox, Cells cells, ClassLoader loader) {
        this.outbox = outbox;
        this.cells = cells;
        this.loader = loader;
        this.cellWork = new CellWork(cells);
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
        if (run != null && run.id == id && run.outcome == null) {
            run.interruptSent = true;
            run.thread.interrupt();
            cellWork.look();
        }
    }

    /**
     * Rung two, made ready: names the threads that the front is to stop. Asked again until the run is over, for a pool's
     * thread takes up its next task.
     */
    synchronized Frame.Readiness prepareStop(long id, boolean evenIfTaken) {
        Run run = current;
        if (run == null || run.id != id) {
            return Frame.Readiness.OVER;
        }
        if (!evenIfTaken && isWindingUp(run)) {
            return Frame.Readiness.TAKEN;
        }
        Set<Thread> targets = cellWork.look();
        targets.remove(run.thread);
        if (run.outcome == null && run.stopping && waitsForeverForAMonitor(run)) {
            abandon(run);
        }
        if (run.outcome == null) {
            targets.add(run.thread);
            run.stopping = true;
        } else if (targets.stream().allMatch(CellRuns::isBlocked) || isLingeringTooLong(run)) {
            report(run, run.outcome);
            return Frame.Readiness.OVER;
        }
        StopTargets.threads = targets.toArray(Thread[]::new);
        return Frame.Readiness.READY;
    }

    private static boolean isWindingUp(Run run) {
        if (run.outcome != null) {
            return System.nanoTime() - run.overSince < TO_WIND_UP;
        }
        return run.interruptSent && !run.thread.isInterrupted() && !CellWork.waitsUninterruptibly(run.thread);
    }

    private static boolean isLingeringTooLong(Run run) {
        return System.nanoTime() - run.overSince > LONGEST_LINGERING;
    }

    /** Nothing wakes a thread that waits for a monitor; it burns nothing, and is stopped if it ever gets it. */
    private static boolean isBlocked(Thread thread) {
        return thread.getState() == Thread.State.BLOCKED;
    }

    private static boolean waitsForeverForAMonitor(Run run) {
        if (!isBlocked(run.thread)) {
            run.blockedSince = 0;
            return false;
        }
        long now = System.nanoTime();
        if (run.blockedSince == 0) {
            run.blockedSince = now;
        }
        return now - run.blockedSince > TO_GET_A_MONITOR;
    }

    private void abandon(Run run) {
        String said = "The cell waited for a lock that another thread holds and does not let go, as in a deadlock. Its"
                + " thread is left there; what waits for the same lock will wait too.\n";
        byte[] text = said.getBytes(StandardCharsets.UTF_8);
        outbox.print(cells.current().name(), true, text, 0, text.length);
        start();
        run.over(new RunOutcome.Stopped(true, null));
    }

    /** The front has stopped the threads; when the cell thread has ended, the run is over and a new thread starts. */
    synchronized void stopSent(long id) {
        Run run = current;
        if (run != null && run.id == id && run.outcome == null && !run.watched) {
            run.watched = true;
            new OwnThread("stop-watch", () -> awaitEnd(run)).start();
        }
        if (StopTargets.SOCKET[0] instanceof Closeable socket) {
            StopTargets.SOCKET[0] = null;
            new OwnThread("socket-end", () -> close(socket)).start();
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException | RuntimeException closedAllTheSame) {
            // whoever waited there has been let go
            return;
        }
    }

    private void awaitEnd(Run run) {
        try {
            run.thread.join();
        } catch (InterruptedException e) {
            return;
        }
        synchronized (this) {
            if (current != run || run.outcome != null) {
                return;
            }
            start();
            RunOutcome stopped = new RunOutcome.Stopped(true, null);
            run.over(stopped);
            // others that were stopped may be between two tasks now: the front will ask again
            if (StopTargets.threads.length <= 1) {
                report(run, stopped);
            }
        }
    }

    private void report(Run run, RunOutcome outcome) {
        current = null;
        StopTargets.threads = new Thread[0];
        outbox.send(new Frame.Ran(run.call, outcome));
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
            cellWork.begin();
        }
        RunOutcome outcome = perform(body);
        synchronized (this) {
            if (run.stopping) {
                // the stop may still be on its way to this thread, which therefore does nothing more
                throw new Retired();
            }
            if (run.interruptSent && outcome instanceof RunOutcome.Threw threw) {
                outcome = new RunOutcome.Stopped(false, threw.thrown());
            }
            Thread.interrupted(); // an interrupt that came too late is not for the next run
            Set<Thread> left = run.interruptSent ? othersAtWork() : Set.of();
            if (left.isEmpty()) {
                report(run, outcome);
            } else {
                left.forEach(Thread::interrupt);
                run.over(outcome);
            }
        }
    }

    private Set<Thread> othersAtWork() {
        Set<Thread> threads = cellWork.look();
        threads.remove(Thread.currentThread());
        return threads;
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
