package io.jotter.environment.training;

import java.util.function.LongSupplier;

/** One run of a training from its first batch to its last, and when it is looked at and shown. */
final class Session {
    private static final long SHOW_NANOS = 200_000_000;
    private static final long LATEST_SAMPLE_NANOS = 250_000_000;

    private final int epochs;
    private final long total;
    private final Screen screen;
    private final long begin;
    private final LongSupplier clock;
    private final Budget budget;
    private final Measures measures;
    private int epoch = 1;
    private long done;
    private long lastSample = Long.MIN_VALUE;
    private long lastShown;
    private long lastRated;
    private long ratedExamples;
    private double perSecond = Double.NaN;
    private Progress.State state = Progress.State.RUNNING;

    Session(int epochs, long total, Screen screen, long begin) {
        this(epochs, total, screen, begin, System::nanoTime);
    }

    Session(int epochs, long total, Screen screen, long begin, LongSupplier clock) {
        this.epochs = epochs;
        this.total = total;
        this.screen = screen;
        this.begin = begin;
        this.clock = clock;
        budget = new Budget(begin);
        measures = Measures.over(epochs);
        lastRated = begin;
        screen.open();
        show(begin, false);
    }

    /** Takes what was measured on one batch. */
    interface Sink {
        void loss(double value, long examples);

        void accuracy(double value, long examples);
    }

    /** Whether a batch that ends at this example belongs to this run, and not to a new one. */
    boolean continuesAt(long example) {
        return isOpen() && example > done;
    }

    boolean isOpen() {
        return state == Progress.State.RUNNING;
    }

    int epoch() {
        return epoch;
    }

    boolean wantsSample(long now) {
        return lastSample == Long.MIN_VALUE || now - lastSample > LATEST_SAMPLE_NANOS || budget.allowsMore(now);
    }

    /** For the batch that ends at this example. */
    Sink sampling(long example) {
        lastSample = clock.getAsLong();
        double at = epoch - 1 + (double) example / total;
        return new CurveSink(at, measures.loss(), measures.accuracy());
    }

    /** For validation data, before the epoch is declared over. */
    Sink validating() {
        return new CurveSink(epoch - 0.5, measures.heldOutLoss(), measures.heldOutAccuracy());
    }

    /**
     * Takes note of a batch that was learnt.
     *
     * @param since when looking at it began
     */
    void batch(long example, long since) {
        done = example;
        if (since - lastShown > SHOW_NANOS) {
            rate(since);
            show(since, false);
        }
        budget.spend(clock.getAsLong() - since);
    }

    void epochEnds(long now) {
        if (!isOpen()) {
            return;
        }
        if (epoch == epochs) {
            done = total;
            state = Progress.State.FINISHED;
        } else {
            epoch++;
            done = 0;
        }
        show(now, true);
    }

    /** Shows the run as broken off, unless it has come to its end. */
    void stop(long now) {
        if (isOpen()) {
            state = Progress.State.STOPPED;
            show(now, true);
        }
    }

    Progress progress(long now) {
        return new Progress(epoch, epochs, done, total, (now - begin) / 1e9, perSecond, state);
    }

    /** A mean that forgets: the first second of a JVM is slower than the rest and must not spoil the time left. */
    private void rate(long now) {
        long examples = (epoch - 1) * total + done;
        double seconds = (now - lastRated) / 1e9;
        if (seconds > 0) {
            double newest = (examples - ratedExamples) / seconds;
            perSecond = Double.isNaN(perSecond) ? newest : 0.7 * perSecond + 0.3 * newest;
        }
        lastRated = now;
        ratedExamples = examples;
    }

    private void show(long now, boolean lasting) {
        lastShown = now;
        screen.show(new TrainingView(progress(now), measures), lasting);
    }

    private record CurveSink(double at, Curve losses, Curve accuracies) implements Sink {
        @Override
        public void loss(double value, long examples) {
            losses.add(at, value, examples);
        }

        @Override
        public void accuracy(double value, long examples) {
            accuracies.add(at, value, examples);
        }
    }
}
