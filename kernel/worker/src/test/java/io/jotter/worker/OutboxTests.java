package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What threads of the user's hand over arrives in order and whole, whatever befalls them. */
class OutboxTests {
    private static final int FULL = 128 << 10;
    private final Outbox outbox = new Outbox(new Pace(1e12, System::nanoTime));

    @Test
    void textAndFramesLeaveInTheOrderInWhichTheyCame() throws InterruptedException {
        print("a");
        outbox.send(new Frame.ClearOutput("cell", false));
        print("b");
        List<Frame> taken = outbox.take();
        assertThat(taken).hasSize(3);
        assertThat(text(taken.subList(0, 1))).isEqualTo("a");
        assertThat(taken.get(1)).isEqualTo(new Frame.ClearOutput("cell", false));
        assertThat(text(taken.subList(2, 3))).isEqualTo("b");
    }

    @Test
    void smallPiecesOfOneStreamAreGatheredIntoOneFrame() throws InterruptedException {
        for (int i = 0; i < 10_000; i++) {
            print("line\n");
        }
        List<Frame> taken = outbox.take();
        assertThat(taken).hasSize(1);
        assertThat(text(taken)).isEqualTo("line\n".repeat(10_000));
    }

    @Test
    void textOfAnotherStreamOrCellIsAFrameOfItsOwn() throws InterruptedException {
        byte[] x = {120};
        outbox.print("one", false, x, 0, 1);
        outbox.print("one", true, x, 0, 1);
        outbox.print("two", true, x, 0, 1);
        outbox.print("one", false, x, 0, 1);
        assertThat(outbox.take())
                .extracting(frame -> ((Frame.Output) frame).cell() + ((Frame.Output) frame).error())
                .containsExactly("onefalse", "onetrue", "twotrue", "onefalse");
    }

    @Test
    void aLargeTextIsPartedIntoFramesThatAPageTakesEasily() throws Exception {
        CompletableFuture<List<Frame>> taken = takenUntilClosed();
        print("0123456789".repeat(50_000));
        outbox.close();
        assertThat(taken.get())
                .allSatisfy(frame -> assertThat(((Frame.Output) frame).length()).isLessThanOrEqualTo(64 << 10));
        assertThat(text(taken.get())).isEqualTo("0123456789".repeat(50_000));
    }

    @Test
    void streamsThatChangePlacesMoreOftenThanMessagesMayGoKeepTheirOwnOrder() throws InterruptedException {
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            byte[] line = (i + "\n").getBytes(StandardCharsets.UTF_8);
            outbox.print("cell", false, line, 0, line.length);
            outbox.print("cell", true, line, 0, line.length);
            expected.append(i).append('\n');
        }
        List<Frame> taken = outbox.take();
        assertThat(taken).hasSizeLessThan(50);
        for (boolean error : new boolean[] {false, true}) {
            assertThat(text(taken.stream()
                            .filter(frame -> ((Frame.Output) frame).error() == error)
                            .toList()))
                    .isEqualTo(expected.toString());
        }
        // the first of them are as they came
        assertThat(text(taken.subList(0, 1))).isEqualTo("0\n");
        assertThat(text(taken.subList(1, 2))).isEqualTo("0\n");
    }

    @Test
    void textNeverPassesAFrameHoweverManyMessagesWait() throws InterruptedException {
        byte[] x = {120};
        for (int i = 0; i < 100; i++) {
            outbox.print("cell", i % 2 == 0, x, 0, 1);
        }
        outbox.send(new Frame.ClearOutput("cell", false));
        outbox.print("cell", true, x, 0, 1);
        List<Frame> taken = outbox.take();
        assertThat(taken.get(taken.size() - 2)).isEqualTo(new Frame.ClearOutput("cell", false));
        assertThat(taken.get(taken.size() - 1)).isInstanceOf(Frame.Output.class);
    }

    @Test
    void theLinesOfThreadsArePartedOnlyAtTheirEnds() throws Exception {
        CompletableFuture<List<Frame>> taken = takenUntilClosed();
        List<Thread> printers = new ArrayList<>();
        for (String letter : List.of("a", "b", "c")) {
            String line = letter.repeat(100_000) + "\n";
            printers.add(start(() -> {
                for (int i = 0; i < 20; i++) {
                    print(line);
                }
            }));
        }
        for (Thread printer : printers) {
            printer.join();
        }
        outbox.close();
        assertThat(text(taken.get()).lines())
                .hasSize(60)
                .allSatisfy(
                        line -> assertThat(line).isEqualTo(line.substring(0, 1).repeat(100_000)));
    }

    @Test
    void whoPrintsTooMuchWaitsUntilItIsTaken() throws InterruptedException {
        print("x".repeat(FULL));
        Thread printer = start(() -> print("the rest"));
        awaitWaiting(printer);
        assertThat(text(outbox.take())).hasSize(FULL);
        printer.join();
        assertThat(text(outbox.take())).isEqualTo("the rest");
    }

    @Test
    void anInterruptNeitherEndsNorCutsWhatIsPrinted() throws InterruptedException {
        AtomicBoolean pending = new AtomicBoolean();
        print("x".repeat(FULL));
        Thread printer = start(() -> {
            print("y".repeat(2 * FULL));
            pending.set(Thread.currentThread().isInterrupted());
        });
        awaitWaiting(printer);
        printer.interrupt();
        // the first part it may add though it is full; with the second it waits again
        StringBuilder text = new StringBuilder();
        while (text.length() < 3 * FULL) {
            text.append(text(outbox.take()));
        }
        printer.join();
        assertThat(pending)
                .as("the interrupt is still there for the cell's own code")
                .isTrue();
        assertThat(text.toString()).isEqualTo("x".repeat(FULL) + "y".repeat(2 * FULL));
    }

    @Test
    void whileAPrinterIsHeldUpItsInterruptDoesNotLookTaken() throws InterruptedException {
        print("x".repeat(FULL));
        Thread printer = start(() -> {
            Thread.currentThread().interrupt();
            while (true) {
                print("y".repeat(FULL));
            }
        });
        awaitWaiting(printer);
        // a wait that the interrupt is about to end looks like one, too
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (printer.isInterrupted()) {
            assertThat(System.nanoTime())
                    .as("its interrupt is held back in time")
                    .isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(outbox.isInterrupted(printer)).isTrue();
        outbox.take();
        assertThat(outbox.isInterrupted(Thread.currentThread())).isFalse();
    }

    @Test
    void aThousandInterruptsWhilePrintingLoseNothing() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread printer = start(() -> {
            for (int i = 0; i < 50_000; i++) {
                print("line " + i + "\n");
                begun.countDown();
            }
            outbox.close();
        });
        CompletableFuture<List<Frame>> taken = takenUntilClosed();
        begun.await();
        for (int i = 0; i < 1_000; i++) {
            printer.interrupt();
            Thread.onSpinWait();
        }
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            expected.append("line ").append(i).append('\n');
        }
        assertThat(text(taken.get())).isEqualTo(expected.toString());
    }

    @Test
    void whatCannotWaitIsTakenWithoutGathering() throws InterruptedException {
        outbox.send(new Frame.Hello("now"));
        // within the gathering time many of these would take seconds
        long start = System.nanoTime();
        for (int i = 0; i < 500; i++) {
            outbox.gather();
        }
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(outbox.take()).hasSize(1);
    }

    @Test
    void aFrameThatGoesAheadLeavesTheTextWhereItIs() throws InterruptedException {
        print("text");
        outbox.sendAhead(new Frame.StopReadiness(1, Frame.Readiness.READY));
        assertThat(outbox.take()).singleElement().isInstanceOf(Frame.StopReadiness.class);
        assertThat(outbox.take()).singleElement().isInstanceOf(Frame.Output.class);
    }

    @Test
    void onceClosedNobodyWaitsAnyMore() throws InterruptedException {
        print("x".repeat(FULL));
        Thread printer = start(() -> print("late"));
        awaitWaiting(printer);
        outbox.close();
        printer.join();
        assertThat(text(outbox.take())).endsWith("late");
        assertThat(outbox.take()).isEmpty();
    }

    @Test
    void theEndWaitsForTheLastOutputAndNotForEver() throws InterruptedException {
        print("last words");
        outbox.awaitEmpty(1);
        Thread end = start(() -> {
            try {
                outbox.awaitEmpty(60_000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        outbox.take();
        // what was taken counts as sent when the sender comes for more
        outbox.close();
        outbox.take();
        end.join();
        assertThat(end.isAlive()).isFalse();
    }

    private CompletableFuture<List<Frame>> takenUntilClosed() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                List<Frame> all = new ArrayList<>();
                for (List<Frame> frames = outbox.take(); !frames.isEmpty(); frames = outbox.take()) {
                    all.addAll(frames);
                }
                return all;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void print(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        outbox.print("cell", false, utf8, 0, utf8.length);
    }

    private static String text(List<Frame> frames) {
        List<String> texts = new ArrayList<>();
        for (Frame frame : frames) {
            Frame.Output output = (Frame.Output) frame;
            texts.add(new String(output.text(), 0, output.length(), StandardCharsets.UTF_8));
        }
        return String.join("", texts);
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "printer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).as("it waits, and is not done").isTrue();
            Thread.onSpinWait();
        }
    }
}
