package io.jotter.worker.magics;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The worker's half of {@code %%bench}: times the loop that a snippet has left, which the front has written around the code. */
final class BenchMagic implements WorkerMagic {
    /** Where the snippet leaves its loop: from a number of calls to the nanoseconds that they took. */
    private static final String LOOP = "jotter.bench";

    /** Long beside the clock's steps and short beside a reader's patience. */
    private static final long NANOS_A_RUN = 100_000_000;

    private static final long MOST_CALLS = 1L << 40;

    @Override
    public String name() {
        return "bench";
    }

    /**
     * @param arguments the number of runs to warm up, and of those that count
     */
    @Override
    public @Nullable Object run(List<String> arguments, @Nullable String body) throws Exception {
        LongUnaryOperator loop = (LongUnaryOperator)
                Objects.requireNonNull(System.getProperties().remove(LOOP), "no snippet has left a loop");
        int warmups = Integer.parseInt(arguments.get(0));
        int runs = Integer.parseInt(arguments.get(1));
        long calls = calls(loop);
        for (int i = 0; i < warmups; i++) {
            // what has been compiled meanwhile makes it faster
            calls = fitting(calls, nanos(loop, calls));
        }
        double[] perCall = new double[runs];
        for (int i = 0; i < runs; i++) {
            perCall[i] = (double) nanos(loop, calls) / calls;
        }
        System.out.println(new Measured(perCall, calls, warmups).inWords());
        return null;
    }

    /** So many that a run is long enough. */
    private static long calls(LongUnaryOperator loop) throws Exception {
        long calls = 1;
        long nanos = nanos(loop, calls);
        while (nanos < NANOS_A_RUN / 2 && calls < MOST_CALLS) {
            calls *= nanos < NANOS_A_RUN / 20 ? 8 : 2;
            nanos = nanos(loop, calls);
        }
        return calls;
    }

    private static long fitting(long calls, long nanos) {
        return Math.max(1, Math.min(MOST_CALLS, (long) ((double) calls * NANOS_A_RUN / Math.max(1, nanos))));
    }

    private static long nanos(LongUnaryOperator loop, long calls) throws Exception {
        if (Thread.interrupted()) {
            throw new InterruptedException("The measurement was interrupted.");
        }
        try {
            return loop.applyAsLong(calls);
        } catch (CompletionException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
