package io.jotter.server.engine;

import io.jotter.wire.Frame;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Stops a run, rung by rung: an interrupt; where it was ignored, an asynchronous stop of the cell's threads; where it was
 * taken, some grace first; on a further interrupt after that, the end of the worker.
 */
final class StopLadder implements AutoCloseable {
    /** What a run that ignores its interrupt is given, in milliseconds. */
    private static final long IGNORED = 150;

    /** What a run that has taken its interrupt is given to wind up, in milliseconds. */
    private static final long GRACE = 2_000;

    /** How long the asynchronous stop is repeated, in milliseconds; a loop may swallow it once and again. */
    private static final long REPEATED = 2_000;

    /** Between two looks at whether it has helped, in milliseconds. */
    private static final long PAUSE = 10;

    /** A stop must not meet a thread that reports the last one to the debugger; in nanoseconds. */
    private static final long QUIET = 100_000_000;

    private enum Rung {
        NONE,
        INTERRUPTED,
        STOPPING
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

    /** The next rung for the run that goes on, if one does. */
    synchronized void interrupt() {
        long target = run;
        if (target == 0) {
            return;
        }
        switch (rung) {
            case NONE -> {
                rung = Rung.INTERRUPTED;
                steps.execute(() -> interrupt(target));
                steps.schedule(() -> stop(target, false), IGNORED, TimeUnit.MILLISECONDS);
            }
            case INTERRUPTED -> steps.execute(() -> stop(target, true));
            case STOPPING -> worker.get().kill();
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
        synchronized (this) {
            if (run != target || rung == Rung.STOPPING) {
                return;
            }
        }
        try {
            WorkerConnection connection = worker.get().connection();
            Frame.StopReadiness readiness =
                    (Frame.StopReadiness) connection.ask(call -> new Frame.PrepareStop(call, target, evenIfTaken));
            switch (readiness.readiness()) {
                case OVER -> {}
                case TAKEN -> steps.schedule(() -> stop(target, true), GRACE - IGNORED, TimeUnit.MILLISECONDS);
                case READY -> stopAsynchronously(connection, target);
            }
        } catch (WorkerDiedException gone) {
            end();
        }
    }

    private void stopAsynchronously(WorkerConnection connection, long target) throws WorkerDiedException {
        synchronized (this) {
            rung = Rung.STOPPING;
        }
        boolean reached = worker.get().debugger().stopTargets();
        connection.send(new Frame.StopSent(target));
        if (awaitEnd(target) || (reached && stopSwallower(target))) {
            return;
        }
        if (!awaitEnd(target)) {
            note.accept("The cell does not stop: it is in native code, or waits for something outside Java. "
                    + "Interrupt again to end the worker; its variables are lost then.\n");
        }
    }

    /** Where the first stop was swallowed: again and again, and past the handlers that do it. */
    private boolean stopSwallower(long target) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REPEATED);
        try (SwallowHunt hunt = worker.get().debugger().hunt()) {
            if (hunt == null) {
                return false;
            }
            boolean reached = worker.get().debugger().stopTargets();
            while (reached && System.nanoTime() < end) {
                if (awaitEnd(target)) {
                    return true;
                }
                if (hunt.isQuietFor(QUIET)) {
                    reached = worker.get().debugger().stopTargets();
                }
            }
        }
        return false;
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
