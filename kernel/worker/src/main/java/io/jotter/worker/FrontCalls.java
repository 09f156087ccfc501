package io.jotter.worker;

import io.jotter.wire.Frame;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Questions of the user's threads to the front. While a thread waits for its answer it serves runs that the front nests
 * on behalf of that question.
 */
final class FrontCalls {
    private final Outbox outbox;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Waiting> waiting = new ConcurrentHashMap<>();

    FrontCalls(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Asks the reader for a line.
     *
     * @throws IOException if the client takes no input, or the wait was interrupted
     */
    String readLine(String prompt, boolean password) throws IOException {
        try {
            Frame.Answer answer = (Frame.Answer) ask(number -> new Frame.Input(number, prompt, password), true)
                    .reply();
            if (!answer.ok()) {
                throw new IOException(answer.text());
            }
            return answer.text();
        } catch (InterruptedException e) {
            InterruptedIOException stopped = new InterruptedIOException("Interrupted while waiting for input");
            stopped.initCause(e);
            throw stopped;
        }
    }

    /** Asks for something to be evaluated or a magic to be run; its value. */
    @Nullable
    Object value(IntFunction<Frame> question) {
        Waiting asked;
        try {
            asked = ask(question, false);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        Frame.Value value = (Frame.Value) asked.reply();
        if (!value.ok()) {
            throw new IllegalStateException(value.texts().get(0));
        }
        return switch (value.source()) {
            case NOTHING -> null;
            case TEXT -> value.texts().get(0);
            case LIST -> value.texts();
            case LAST_RUN -> asked.lastValue;
        };
    }

    /** Called by the thread that reads the wire. */
    void answered(int call, Frame reply) {
        Waiting asked = waiting.get(call);
        if (asked != null) {
            asked.answer(reply);
        }
    }

    /** Hands a nested run to the thread that waits for this call; false if none does. */
    boolean nest(int call, NestedRun run) {
        Waiting asked = waiting.get(call);
        if (asked == null) {
            return false;
        }
        asked.nest(run);
        return true;
    }

    private Waiting ask(IntFunction<Frame> question, boolean interruptible) throws InterruptedException {
        int number = numbers.incrementAndGet();
        Waiting asked = new Waiting();
        waiting.put(number, asked);
        try {
            outbox.send(question.apply(number));
            asked.await(interruptible);
            return asked;
        } finally {
            waiting.remove(number);
        }
    }

    /** A run to be done by the thread that waits. */
    @FunctionalInterface
    interface NestedRun {
        /** Does it and reports to the front; its value. */
        @Nullable
        Object perform();
    }

    private static final class Waiting {
        private final ArrayDeque<NestedRun> nested = new ArrayDeque<>();
        private @Nullable Frame reply;
        private @Nullable Object lastValue;

        synchronized void answer(Frame frame) {
            reply = frame;
            notifyAll();
        }

        synchronized void nest(NestedRun run) {
            nested.add(run);
            notifyAll();
        }

        synchronized Frame reply() {
            return java.util.Objects.requireNonNull(reply);
        }

        void await(boolean interruptible) throws InterruptedException {
            for (NestedRun run = next(interruptible); run != null; run = next(interruptible)) {
                lastValue = run.perform();
            }
        }

        private synchronized @Nullable NestedRun next(boolean interruptible) throws InterruptedException {
            boolean interrupted = false;
            try {
                while (reply == null && nested.isEmpty()) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        if (interruptible) {
                            throw e;
                        }
                        interrupted = true;
                    }
                }
                return nested.poll();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
