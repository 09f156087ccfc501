package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Handlers of the page's events: their order, what of a burst is left out, and what one that does not end holds up. */
class EventRunsTests {
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
    private final EventRuns runs = new EventRuns(
            new Outbox(new Pace(1e12, System::nanoTime)),
            new Cells(),
            EventRunsTests.class.getClassLoader(),
            failures::add);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    private void block() {
        begun.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            done.add("interrupted");
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void ofABurstTheLastRunsAndThoseBetweenDoNot() throws InterruptedException {
        EventRuns.Line line = runs.line();
        CountDownLatch end = new CountDownLatch(1);
        line.add(this::block);
        await(begun);
        line.addLatest("a", () -> done.add("a1"));
        line.add(() -> done.add("click"));
        line.addLatest("a", () -> done.add("a2"));
        line.addLatest("b", () -> done.add("b"));
        line.addLatest("a", () -> done.add("a3"));
        line.add(end::countDown);
        gate.countDown();
        await(end);
        assertThat(done).containsExactly("a3", "click", "b");
    }

    @Test
    void whatOneThrowsIsToldAndTheNextRuns() throws InterruptedException {
        EventRuns.Line line = runs.line();
        CountDownLatch end = new CountDownLatch(1);
        line.add(() -> {
            throw new IllegalStateException("told");
        });
        line.add(end::countDown);
        await(end);
        assertThat(failures.poll(30, TimeUnit.SECONDS)).hasMessage("told");
    }

    @Test
    void oneThatDoesNotEndHoldsUpItsOwnLineAlone() throws InterruptedException {
        EventRuns.Line line = runs.line();
        CountDownLatch other = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        line.add(this::block);
        line.add(() -> done.add("the same line"));
        line.add(end::countDown);
        await(begun);
        runs.line().add(other::countDown);
        await(other);
        assertThat(done).isEmpty();
        gate.countDown();
        await(end);
        assertThat(done).containsExactly("the same line");
    }

    @Test
    void anInterruptReachesTheOneThatRunsAndNotTheNext() throws InterruptedException {
        EventRuns.Line line = runs.line();
        CountDownLatch end = new CountDownLatch(1);
        line.add(this::block);
        line.add(() -> done.add("next " + Thread.currentThread().isInterrupted()));
        line.add(end::countDown);
        await(begun);
        runs.interrupt();
        await(end);
        assertThat(done).containsExactly("interrupted", "next false");
        assertThat(runs.prepareStop(true)).isEqualTo(Frame.Readiness.OVER);
    }

    @Test
    void oneThatWasStoppedLosesItsThreadAndNotItsLine() throws InterruptedException {
        EventRuns.Line line = runs.line();
        CountDownLatch end = new CountDownLatch(1);
        line.add(() -> {
            begun.countDown();
            throw StopTargets.STOP;
        });
        line.add(end::countDown);
        await(end);
        assertThat(failures).isEmpty();
    }
}
