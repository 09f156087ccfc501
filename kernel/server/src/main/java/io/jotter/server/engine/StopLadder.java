package io.jotter.server.engine;

import io.jotter.wire.Frame;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a run, rung by rung: an interrupt; where it was ignored, an asynchronous stop of the cell's threads; where it was
 * taken, some grace first; where that has had its time and did not help, on a further interrupt, the end of the worker.
 * Interrupts that come faster are one: they end nothing that a rung already climbed may yet save. Where no cell runs, all
 * this is for the handlers of the page's events; a cell that begins takes the ladder from them.
 */
final class StopLadder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StopLadder.class);

    /** What a run that ignores its interrupt is given, in milliseconds; further interrupts in this time are the same one. */
    private static final long IGNORED = 150;

    /** What a run that has taken its interrupt is given to wind up, in milliseconds. */
    private static final long GRACE = 2_000;

    /** Between two looks at whether it winds up yet, in milliseconds. */
    private static final long LOOK = 50;

    /** How long the asynchronous stop is repeated, in milliseconds; a loop may swallow it once and again. */
    private static final long REPEATED = 2_000;

    /** Between two looks at whether it has helped, in milliseconds. */
    private static final long PAUSE = 10;

    /** How often it is sent before what swallows it is hunted; a pool's thread may have gone on to its next task. */
    private static final int PLAIN = 2;

    /** A stop must not meet a thread that reports the last one to the debugger; in nanoseconds. */
    private static final long QUIET = 100_000_000;

    /** The same for the one stop that may still be on its way when a hunt begins. */
    private static final long DELIVERED = 40_000_000;

    /** When a further interrupt ends the worker whatever the ladder waits for, in milliseconds since the first. */
    private static final long OVERDUE = IGNORED + GRACE + REPEATED + 2_000;

    private enum Rung {
        NONE,
        INTERRUPTED,
        STOPPING,
        EXHAUSTED
    }

    private final ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stop-ladder");
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<WorkerProcess> worker;
    private final Consumer<String> note;
    private long run;
    private Rung rung = Rung.NONE;
    private long firstInterrupt;

    StopLadder(Supplier<WorkerProcess> worker, Consumer<String> note) {
        this.worker = worker;
        this.note = note;
    }

    synchronized void begin(long newRun) {
        run = newRun;
        rung = Rung.NONE;
    }

    synchronized void end() {
        run = 0;
        notifyAll();
    }

    /** The worker reports the end of a cell's run, but not that of handlers, which is only found when it is asked for. */
    private synchronized void eventsEnded(long target) {
        if (target == Frame.EVENTS && run == target) {
            end();
        }
    }

    /** The next rung for the run that goes on, if one does; else for the handlers of the page's events. */
    synchronized void interrupt() {
        if (run == 0) {
            run = Frame.EVENTS;
            rung = Rung.NONE;
        }
        long target = run;
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - firstInterrupt);
        switch (rung) {
            case NONE -> {
                rung = Rung.INTERRUPTED;
                firstInterrupt = System.nanoTime();
                steps.execute(() -> interrupt(target));
                steps.schedule(() -> stop(target, false), IGNORED, TimeUnit.MILLISECONDS);
            }
            case INTERRUPTED, STOPPING -> {
                if (waited > OVERDUE) {
                    worker.get().kill();
                } else if (rung == Rung.INTERRUPTED && waited >= IGNORED) {
                    steps.execute(() -> stop(target, true));
                }
            }
            case EXHAUSTED -> worker.get().kill();
        }
    }

    private void interrupt(long target) {
        try {
            worker.get().connection().send(new Frame.Interrupt(target));
        } catch (WorkerDiedException gone) {
            end();
        }
    }

    private void stop(long target, boolean evenIfTaken) {
        boolean graceIsOver;
        synchronized (this) {
            if (run != target || rung != Rung.INTERRUPTED) {
                return;
            }
            graceIsOver = System.nanoTime() - firstInterrupt >= TimeUnit.MILLISECONDS.toNanos(GRACE);
        }
        try {
            switch (prepare(target, evenIfTaken || graceIsOver)) {
                case OVER -> eventsEnded(target);
                case TAKEN -> steps.schedule(() -> stop(target, false), LOOK, TimeUnit.MILLISECONDS);
                case READY -> stopAsynchronously(target);
            }
        } catch (WorkerDiedException gone) {
            end();
        }
    }

    private Frame.Readiness prepare(long target, boolean evenIfTaken) throws WorkerDiedException {
        Frame.StopReadiness answer = (Frame.StopReadiness)
                worker.get().connection().ask(call -> new Frame.PrepareStop(call, target, evenIfTaken));
        return answer.readiness();
    }

    private boolean stopTargets(long target) throws WorkerDiedException {
        boolean reached = worker.get().debugger().stopTargets();
        worker.get().connection().send(new Frame.StopSent(target));
        return reached;
    }

    private void stopAsynchronously(long target) throws WorkerDiedException {
        synchronized (this) {
            rung = Rung.STOPPING;
        }
        try {
            if (hasStopped(target)) {
                eventsEnded(target);
                return;
            }
        } catch (RuntimeException unforeseen) {
            LOG.warn("The stop has failed; a further interrupt ends the worker", unforeseen);
        }
        synchronized (this) {
            rung = Rung.EXHAUSTED;
        }
        note.accept((target == Frame.EVENTS ? "A widget's handler" : "The cell")
                + " does not stop: it is in native code, or waits for something outside Java. "
                + "Interrupt again to end the worker; its variables are lost then.\n");
        awaitReturn(target);
    }

    private boolean hasStopped(long target) throws WorkerDiedException {
        boolean reached = true;
        for (int i = 0; i < PLAIN && reached; i++) {
            reached = stopTargets(target);
            if (awaitEnd(target) || prepare(target, true) == Frame.Readiness.OVER) {
                return true;
            }
        }
        return (reached && stopSwallower(target)) || awaitEnd(target);
    }

    /**
     * Where the plain stops did not help: again and again, and past the handlers that swallow it. What a pool's threads
     * take up next is stopped too, and what is at a socket is let go.
     */
    private boolean stopSwallower(long target) throws WorkerDiedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REPEATED);
        try (SwallowHunt hunt = worker.get().debugger().hunt()) {
            if (hunt == null) {
                return false;
            }
            boolean reached = true;
            long quiet = DELIVERED;
            while (reached && System.nanoTime() < end) {
                if (prepare(target, true) == Frame.Readiness.OVER) {
                    return true;
                }
                if (hunt.isQuietFor(quiet)) {
                    worker.get().debugger().findSocket();
                    hunt.renew();
                    reached = stopTargets(target);
                    quiet = QUIET;
                }
                if (awaitEnd(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What was stopped and returns after all may leave threads of its cell to see to. */
    private void awaitReturn(long target) {
        synchronized (this) {
            if (run != target) {
                return;
            }
        }
        try {
            if (prepare(target, true) != Frame.Readiness.OVER) {
                steps.schedule(() -> awaitReturn(target), LOOK, TimeUnit.MILLISECONDS);
            } else {
                eventsEnded(target);
            }
        } catch (WorkerDiedException gone) {
            end();
        }
    }

    private synchronized boolean awaitEnd(long target) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE);
        long left = PAUSE;
        try {
            while (run == target && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        }
        return run != target;
    }

    @Override
    public void close() {
        steps.shutdownNow();
    }
}
