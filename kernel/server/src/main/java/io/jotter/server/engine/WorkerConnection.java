package io.jotter.server.engine;

import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import io.jotter.wire.RunOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front's end of the wire: finds the asker of each answer, and has the worker's questions served by the thread that
 * waits for the run from which they come.
 */
final class WorkerConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerConnection.class);

    /** Of a worker that has ended, in milliseconds; a client that takes nothing must not hold up the news. */
    private static final long TO_READ_THE_REST = 1_000;

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final FrameChannel channel;
    private final WorkerEvents events;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Frame>> asked = new ConcurrentHashMap<>();
    private final Map<Integer, BlockingQueue<Optional<Frame>>> runs = new ConcurrentHashMap<>();
    private final Deque<BlockingQueue<Optional<Frame>>> innermost = new ArrayDeque<>();
    /** Of streams that were cut within a character; of the others nothing is kept, for each cell has its own. */
    private final Map<String, Utf8Decoder> decoders = new HashMap<>();

    private final Object writing = new Object();
    private final CountDownLatch allRead = new CountDownLatch(1);
    private volatile boolean dead;

    WorkerConnection(FrameChannel channel, WorkerEvents events) {
        this.channel = channel;
        this.events = events;
    }

    /** Reads until the worker has gone. The body of a thread of its own. */
    void readFrames() {
        try {
            while (true) {
                handle(channel.read());
            }
        } catch (IOException workerGone) {
            LOG.debug("The wire has ended: {}", workerGone.getMessage());
        } catch (RuntimeException outOfStep) {
            LOG.error("The wire cannot be read on", outOfStep);
        } finally {
            allRead.countDown();
        }
    }

    /** Sends a frame that has no answer; a worker that has gone is noticed elsewhere. */
    boolean send(Frame frame) {
        synchronized (writing) {
            try {
                channel.write(frame);
                return true;
            } catch (IOException workerGone) {
                LOG.debug("Not sent: {}", workerGone.getMessage());
                return false;
            }
        }
    }

    /** Asks and waits for the answer. */
    Frame ask(IntFunction<Frame> question) throws WorkerDiedException {
        return ask(question, FOR_EVER).orElseThrow();
    }

    /**
     * Asks and waits for the answer, for some time.
     *
     * @return empty if none has come by then
     */
    Optional<Frame> ask(IntFunction<Frame> question, Duration most) throws WorkerDiedException {
        int call = numbers.incrementAndGet();
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        asked.put(call, answer);
        try {
            if (dead) {
                throw new WorkerDiedException();
            }
            send(question.apply(call));
            return Optional.of(answer.get(most.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silent) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new WorkerDiedException();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        } finally {
            asked.remove(call);
        }
    }

    /** Starts a run and waits for its end; serves what its code asks meanwhile, on this thread. */
    RunOutcome run(IntFunction<Frame> start) throws WorkerDiedException {
        int call = numbers.incrementAndGet();
        BlockingQueue<Optional<Frame>> inbox = new LinkedBlockingQueue<>();
        runs.put(call, inbox);
        synchronized (innermost) {
            innermost.push(inbox);
        }
        try {
            if (dead) {
                throw new WorkerDiedException();
            }
            send(start.apply(call));
            while (true) {
                Frame frame = inbox.take().orElseThrow(WorkerDiedException::new);
                if (frame instanceof Frame.Ran ran) {
                    return ran.outcome();
                }
                serve(frame);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        } finally {
            synchronized (innermost) {
                innermost.remove(inbox);
            }
            runs.remove(call);
        }
    }

    /** Ends every wait: the process has ended. What it sent before is passed on first. */
    void died() {
        dead = true;
        try {
            if (!allRead.await(TO_READ_THE_REST, TimeUnit.MILLISECONDS)) {
                LOG.warn("The last output of a worker that has ended may come late");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        asked.values().forEach(answer -> answer.completeExceptionally(new WorkerDiedException()));
        runs.values().forEach(inbox -> inbox.add(Optional.empty()));
        if (!runs.isEmpty()) {
            // the thread that waits for the run may be waiting for the reader instead
            events.endInput("The worker has ended.");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void handle(Frame frame) {
        if (frame instanceof Frame.Output output) {
            events.text(output.cell(), output.error(), decoded(output));
        } else if (frame instanceof Frame.Display display) {
            events.display(display.cell(), display.id(), display.update(), display.bundle());
        } else if (frame instanceof Frame.ClearOutput clear) {
            events.clearOutput(clear.cell(), clear.whenNext());
        } else if (frame instanceof Frame.Ran ran) {
            BlockingQueue<Optional<Frame>> inbox = runs.get(ran.call());
            if (inbox != null) {
                inbox.add(Optional.of(ran));
            }
        } else if (frame instanceof Frame.Answer answer) {
            answered(answer.call(), answer);
        } else if (frame instanceof Frame.StopReadiness readiness) {
            answered(readiness.call(), readiness);
        } else if (frame instanceof Frame.Inspected inspected) {
            answered(inspected.call(), inspected);
        } else if (frame instanceof Frame.Shown shown) {
            answered(shown.call(), shown);
        } else if (frame instanceof Frame.Eval || frame instanceof Frame.Magic || frame instanceof Frame.Input) {
            question(frame);
        } else if (frame instanceof Frame.MagicAdded added) {
            events.magicAdded(added.name(), added.help());
        } else if (frame instanceof Frame.Failure failure) {
            events.failure(failure.cell(), failure.thrown());
        } else if (frame instanceof Frame.Explain explain) {
            // at once: a handler's exception is told while no cell runs as well
            List<String> told = events.explained(explain.thrown());
            send(new Frame.Value(explain.call(), true, Frame.ValueSource.LIST, told));
        } else {
            events.comm(frame);
        }
    }

    private String decoded(Frame.Output output) {
        String stream = output.cell() + output.error();
        Utf8Decoder known = decoders.remove(stream);
        Utf8Decoder decoder = known == null ? new Utf8Decoder() : known;
        String text = decoder.decode(output.text(), output.length());
        if (decoder.isWithinCharacter()) {
            decoders.put(stream, decoder);
        }
        return text;
    }

    private void answered(int call, Frame frame) {
        CompletableFuture<Frame> answer = asked.get(call);
        if (answer != null) {
            answer.complete(frame);
        }
    }

    private void question(Frame frame) {
        synchronized (innermost) {
            BlockingQueue<Optional<Frame>> inbox = innermost.peek();
            if (inbox != null) {
                inbox.add(Optional.of(frame));
                return;
            }
        }
        String refusal = "This works only while a cell runs: a thread in the background cannot ask the kernel.";
        if (frame instanceof Frame.Input input) {
            send(new Frame.Answer(input.call(), false, refusal));
        } else if (frame instanceof Frame.Eval eval) {
            send(refused(eval.call(), refusal));
        } else if (frame instanceof Frame.Magic magic) {
            send(refused(magic.call(), refusal));
        }
    }

    private void serve(Frame frame) {
        if (frame instanceof Frame.Input input) {
            try {
                send(new Frame.Answer(input.call(), true, events.input(input.prompt(), input.password())));
            } catch (IOException e) {
                send(new Frame.Answer(input.call(), false, String.valueOf(e.getMessage())));
            }
        } else {
            send(events.nested(frame));
        }
    }

    static Frame.Value refused(int call, String why) {
        return new Frame.Value(call, false, Frame.ValueSource.TEXT, List.of(why));
    }
}
