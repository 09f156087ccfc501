package io.jotter.worker;

import io.jotter.wire.Frame;
import io.jotter.wire.OwnEnd;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final Thread[] NOBODY = {};

    private static final RunOutcome STOPPED = new RunOutcome.Stopped(true, null);

    private final Outbox outbox;
    private final Cells cells;
    private final StatementEnds ends;
    private final CellWork cellWork;
    private final ClassLoader loader;
    private final Reserve reserve;
    /** What the cell thread does when it is free: runs, and small errands. */
    private final TaskQueue tasks = new TaskQueue();
    // made ahead, for when there is no memory for it
    private final Runnable newThread = this::start;
    private @Nullable CellRun current;

    /** What a run does; it yields the frame that reports it. */
    @FunctionalInterface
    interface Body {
        RunOutcome perform();
    }

    CellRuns(Outbox outbox, Cells cells, StatementEnds ends, ClassLoader loader, Reserve reserve) {
        this.reserve = reserve;
        this.outbox = outbox;
        this.cells = cells;
        this.ends = ends;
        this.loader = loader;
        this.cellWork = new CellWork(cells);
    }

    void start() {
        Thread thread = new Thread(null, this::work, "cell", 0, false);
        thread.setContextClassLoader(loader);
        thread.setDaemon(false);
        thread.start();
    }

    /** Runs something as a cell runs, and reports it to nobody. */
    void rehearse(Body body) {
        perform(body);
    }

    /** Queues a run of the front's. Called by the thread that reads the wire. */
    void submit(int call, long id, Body body) {
        CellRun run = new CellRun(call, id, outbox);
        tasks.add(() -> run(run, body));
    }

    /** Queues a small piece of work that wants the cell thread, and reports for itself. */
    void errand(Runnable work) {
        tasks.add(() -> {
            cells.adopt();
            work.run();
        });
    }

    /** Rung one. */
    synchronized void interrupt(long id) {
        CellRun run = current;
        if (run != null && run.id == id && !run.isOver()) {
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
        CellRun run = current;
        if (run == null || run.id != id) {
            return Frame.Readiness.OVER;
        }
        if (!evenIfTaken && run.isWindingUp(outbox)) {
            return Frame.Readiness.TAKEN;
        }
        Set<Thread> targets = cellWork.look();
        targets.remove(run.thread);
        if (!run.isOver() && run.stopping && run.waitsForeverForAMonitor()) {
            abandon(run);
        }
        if (!run.isOver()) {
            targets.add(run.thread);
            run.stopping = true;
        } else if ((targets.stream().allMatch(CellRun::isBlocked) && !cellWork.isUnsure())
                || run.isLingeringTooLong()) {
            release();
            reserve.insistOn(run.report);
            return Frame.Readiness.OVER;
        }
        StopTargets.threads = targets.toArray(Thread[]::new);
        return Frame.Readiness.READY;
    }

    private void abandon(CellRun run) {
        String said = "The cell waited for a lock that another thread holds and does not let go, as in a deadlock. Its"
                + " thread is left there; what waits for the same lock will wait too.\n";
        byte[] text = said.getBytes(StandardCharsets.UTF_8);
        outbox.print(cells.current().name(), true, text, 0, text.length);
        start();
        run.over(STOPPED);
    }

    /** The front has stopped the threads; when the cell thread has ended, the run is over and a new thread starts. */
    synchronized void stopSent(long id) {
        CellRun run = current;
        if (run != null && run.id == id && !run.isOver() && !run.watched) {
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

    private void awaitEnd(CellRun run) {
        try {
            run.thread.join();
        } catch (InterruptedException e) {
            return;
        }
        boolean alone;
        synchronized (this) {
            if (current != run || run.isOver()) {
                return;
            }
            run.over(STOPPED);
            // others that were stopped may be between two tasks now: the front will ask again
            alone = StopTargets.threads.length <= 1 && !cellWork.isUnsure();
            if (alone) {
                release();
            }
        }
        reserve.insistOn(newThread);
        if (alone) {
            reserve.insistOn(run.report);
        }
    }

    private synchronized void release() {
        current = null;
        StopTargets.threads = NOBODY;
    }

    private void work() {
        while (true) {
            try {
                tasks.next().run();
            } catch (InterruptedException stray) {
                // an interrupt that came as the run ended: the next run is not its business
            } catch (CellStopped stop) {
                return;
            } catch (Retired end) {
                return;
            } catch (Throwable e) {
                // the run cannot be reported, and the front would wait for it
                reserve.giveUp();
                Runtime.getRuntime().halt(OwnEnd.because(e).exitCode());
            }
        }
    }

    private void run(CellRun run, Body body) {
        takeUp(run);
        RunOutcome outcome = perform(body);
        synchronized (this) {
            if (run.stopping) {
                // the stop may still be on its way to this thread, which therefore does nothing more
                throw new Retired();
            }
            run.over(
                    run.interruptSent && outcome instanceof RunOutcome.Threw threw
                            ? new RunOutcome.Stopped(false, threw.thrown())
                            : outcome);
            Thread.interrupted(); // an interrupt that came too late is not for the next run
            Set<Thread> left = run.interruptSent ? othersAtWork() : Set.of();
            if (!left.isEmpty() || (run.interruptSent && cellWork.isUnsure())) {
                left.forEach(Thread::interrupt);
                return;
            }
            release();
        }
        reserve.insistOn(run.report);
    }

    private void takeUp(CellRun run) {
        long end = reserve.endOfPatience();
        while (true) {
            try {
                cells.adopt();
                synchronized (this) {
                    run.thread = Thread.currentThread();
                    current = run;
                    cellWork.begin();
                }
                return;
            } catch (OutOfMemoryError full) {
                reserve.makeRoom(full, end);
            }
        }
    }

    private Set<Thread> othersAtWork() {
        Set<Thread> threads = cellWork.look();
        threads.remove(Thread.currentThread());
        return threads;
    }

    /** A report that cannot be made, as in a heap that stays full, must not leave the front waiting for it. */
    private RunOutcome perform(Body body) {
        try {
            RunOutcome outcome = body.perform();
            ends.tell(!(outcome instanceof RunOutcome.Returned));
            return outcome;
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable e) {
            reserve.giveUp();
            return threw(e.getClass());
        }
    }

    private RunOutcome threw(Class<?> type) {
        long end = reserve.endOfPatience();
        while (true) {
            try {
                return new RunOutcome.Threw(new Thrown(type.getName(), null, List.of(), 0, List.of(), null));
            } catch (OutOfMemoryError full) {
                reserve.makeRoom(full, end);
            }
        }
    }

    /** Ends a thread that was about to be stopped, or has been replaced. */
    @SuppressWarnings("serial")
    static final class Retired extends Error {
        Retired() {
            super(null, null, false, false);
        }
    }
}
