package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import io.jotter.wire.Frame;
import io.jotter.wire.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one cell thread, and whom a stop may hit. */
class CellRunsTests {
    private static final RunOutcome NOTHING = new RunOutcome.Returned(MimeBundle.empty());
    private final Outbox outbox = new Outbox(new Pace(1e12, System::nanoTime));
    private final Cells cells = new Cells();
    private final StatementEnds ends = new StatementEnds();
    private final CellRuns runs =
            new CellRuns(outbox, cells, ends, CellRunsTests.class.getClassLoader(), new Reserve());
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    @BeforeEach
    void start() {
        runs.start();
        // the threads of the test's own are no work of the cell's
        cells.begin("cell");
    }

    @AfterEach
    void end() {
        gate.countDown();
        // a stop ends the cell thread, which is no daemon
        runs.errand(() -> {
            throw StopTargets.STOP;
        });
    }

    @Test
    void everyRunIsOnTheSameThread() throws InterruptedException {
        ThreadLocal<String> local = new ThreadLocal<>();
        runs.submit(1, 10, () -> {
            local.set("still here");
            return NOTHING;
        });
        next();
        AtomicReference<String> seen = new AtomicReference<>();
        runs.submit(2, 11, () -> {
            seen.set(local.get());
            return NOTHING;
        });
        next();
        assertThat(seen).hasValue("still here");
    }

    @Test
    void anInterruptOfAnEarlierRunDoesNotHitTheNext() throws InterruptedException {
        AtomicReference<Boolean> hit = new AtomicReference<>();
        runs.submit(1, 10, () -> NOTHING);
        next();
        runs.submit(2, 11, () -> {
            hit.set(enterAndWait());
            return NOTHING;
        });
        inside.await();
        runs.interrupt(10);
        assertThat(runs.prepareStop(10, true)).isEqualTo(Frame.Readiness.OVER);
        gate.countDown();
        assertThat(next().outcome()).isEqualTo(NOTHING);
        assertThat(hit).hasValue(false);
    }

    @Test
    void anInterruptThatCameTooLateIsNotForTheNextRun() throws InterruptedException {
        runs.submit(1, 10, () -> {
            enterAndWait();
            return NOTHING;
        });
        inside.await();
        runs.interrupt(10);
        gate.countDown();
        next();
        AtomicReference<Boolean> hit = new AtomicReference<>();
        runs.submit(2, 11, () -> {
            hit.set(Thread.currentThread().isInterrupted());
            return NOTHING;
        });
        next();
        assertThat(hit).hasValue(false);
    }

    @Test
    void whatAnInterruptedRunThrowsIsTheStop() throws InterruptedException {
        runs.submit(1, 10, () -> {
            enterAndWait();
            return new RunOutcome.Threw(Throwables.describe(new InterruptedException()));
        });
        inside.await();
        runs.interrupt(10);
        gate.countDown();
        assertThat(next().outcome()).isInstanceOf(RunOutcome.Stopped.class);
    }

    @Test
    void aRunThatHasTakenItsInterruptIsGivenTime() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        runs.submit(1, 10, () -> {
            enterAndWait();
            taken.countDown();
            enterAndWait();
            return NOTHING;
        });
        inside.await();
        assertThat(runs.prepareStop(11, false)).isEqualTo(Frame.Readiness.OVER);
        runs.interrupt(10);
        taken.await();
        assertThat(runs.prepareStop(10, false)).isEqualTo(Frame.Readiness.TAKEN);
    }

    @Test
    void afterAStopThatIsReadyTheThreadDoesNothingMoreAndANewOneTakesOver() throws InterruptedException {
        runs.submit(1, 10, () -> {
            thread.set(Thread.currentThread());
            enterAndWait();
            return NOTHING;
        });
        inside.await();
        assertThat(runs.prepareStop(10, true)).isEqualTo(Frame.Readiness.READY);
        assertThat(StopTargets.threads).contains(thread.get());
        gate.countDown();
        runs.stopSent(10);
        assertThat(next()).isEqualTo(new Frame.Ran(1, new RunOutcome.Stopped(true, null)));
        assertThat(java.util.Objects.requireNonNull(thread.get()).isAlive()).isFalse();
        assertThat(StopTargets.threads).isEmpty();
        AtomicReference<Thread> successor = new AtomicReference<>();
        runs.submit(2, 11, () -> {
            successor.set(Thread.currentThread());
            return NOTHING;
        });
        next();
        assertThat(successor.get()).isNotSameAs(thread.get());
    }

    @Test
    void aRunWhoseReportCannotBeMadeIsReportedAllTheSame() throws InterruptedException {
        runs.submit(1, 10, () -> {
            throw new OutOfMemoryError("no room for the report either");
        });
        Frame.Ran ran = next();
        assertThat(ran.outcome())
                .isInstanceOfSatisfying(
                        RunOutcome.Threw.class,
                        threw -> assertThat(threw.thrown().className()).isEqualTo("java.lang.OutOfMemoryError"));
        runs.submit(2, 11, () -> NOTHING);
        assertThat(next().outcome()).isEqualTo(NOTHING);
    }

    @Test
    void whoWaitsForTheEndOfAStatementHearsOfItOnceAndBeforeItIsReported() throws InterruptedException {
        List<Boolean> heard = new ArrayList<>();
        runs.submit(1, 10, () -> {
            ends.add(failed -> {
                throw new IllegalStateException("a broken one");
            });
            ends.add(heard::add);
            return NOTHING;
        });
        assertThat(next().outcome()).isEqualTo(NOTHING);
        assertThat(heard).containsExactly(false);
        runs.submit(2, 11, () -> {
            ends.add(heard::add);
            return new RunOutcome.Threw(Throwables.describe(new IllegalStateException()));
        });
        next();
        assertThat(heard).containsExactly(false, true);
    }

    /** Waits for the gate, or for an interrupt, which it takes as a loop does that winds up; whether it was that. */
    private boolean enterAndWait() {
        inside.countDown();
        try {
            gate.await();
            return false;
        } catch (InterruptedException taken) {
            return true;
        }
    }

    private Frame.Ran next() throws InterruptedException {
        return (Frame.Ran) outbox.take().get(0);
    }
}
