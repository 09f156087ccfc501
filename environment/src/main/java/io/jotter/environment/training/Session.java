package io.jotter.environment.training;

import io.jotter.environment.live.LiveView;
import java.util.function.LongSupplier;

/**
 * One run of a training from its first batch to its last: what is known of it, and when it is looked at. Written by the
 * thread that trains, and read by the one that draws.
 */
final class Session {
    /** Two charts and a line of figures: more often, one does not read them. */
    private static final long SHOW_NANOS = 250_000_000;

    private static final long RATE_NANOS = 200_000_000;
    private static final long LATEST_SAMPLE_NANOS = 250_000_000;

    private final int epochs;
    private final long total;
    private final long begin;
    private final LongSupplier clock;
    private final Budget budget;
    private final Measures measures;
    private final MachineWatch machine = new MachineWatch();
    private final LiveView view = new LiveView(() -> moment().toMimeBundle(), this::statementEnded, SHOW_NANOS);
    private int epoch = 1;
    private long done;
    private long lastSample = Long.MIN_VALUE;
    private long lastRated;
    private long ratedExamples;
    private double perSecond = Double.NaN;
    private long endedAt;
    private Progress.State state = Progress.State.RUNNING;

    Session(int epochs, long total, long begin, LongSupplier clock) {
        this.epochs = epochs;
        this.total = total;
        this.begin = begin;
        this.clock = clock;
        budget = new Budget(begin);
        measures = Measures.over(epochs);
        lastRated = begin;
    }

    /** Shows it under the running cell. */
    void open() {
        view.open();
    }

    /** Takes what was measured on one batch. */
    interface Sink {
        void loss(double value, long examples);

        void accuracy(double value, long examples);

        /** What a further evaluator of the trainer's says. */
        void other(String name, double value, long examples);
    }

    /** Whether a batch that ends at this example belongs to this run, and not to a new one. */
    synchronized boolean continuesAt(long example) {
        return isOpen() && example > done;
    }

    synchronized boolean isOpen() {
        return state == Progress.State.RUNNING;
    }

    synchronized int epoch() {
        return epoch;
    }

    synchronized boolean wantsSample(long now) {
        return lastSample == Long.MIN_VALUE || now - lastSample > LATEST_SAMPLE_NANOS || budget.allowsMore(now);
    }

    /** For the batch that ends at this example. */
    synchronized Sink sampling(long example) {
        lastSample = clock.getAsLong();
        return new CurveSink(epoch - 1 + (double) example / total, measures.loss(), measures.accuracy());
    }

    /** For validation data, before the epoch is declared over. */
    synchronized Sink validating() {
        return new CurveSink(epoch - 0.5, measures.heldOutLoss(), measures.heldOutAccuracy());
    }

    /**
     * Takes note of a batch that was learnt.
     *
     * @param since when looking at it began
     */
    void batch(long example, long since) {
        synchronized (this) {
            done = example;
            if (since - lastRated > RATE_NANOS) {
                rate(since);
            }
        }
        view.changed();
        synchronized (this) {
            budget.spend(clock.getAsLong() - since);
        }
    }

    void epochEnds() {
        synchronized (this) {
            if (!isOpen()) {
                return;
            }
            if (epoch == epochs) {
                done = total;
                end(Progress.State.FINISHED);
            } else {
                epoch++;
                done = 0;
            }
        }
        view.settled();
    }

    /** Shows the run as broken off, unless it has come to its end. */
    void stop() {
        synchronized (this) {
            if (!isOpen()) {
                return;
            }
            end(Progress.State.STOPPED);
        }
        view.settled();
    }

    /** An exception, or a stop that let the loop do nothing more. */
    private synchronized void statementEnded(boolean failed) {
        if (failed && isOpen()) {
            end(Progress.State.STOPPED);
        }
    }

    private void end(Progress.State how) {
        endedAt = clock.getAsLong();
        state = how;
    }

    /** What is known now. */
    TrainingView moment() {
        // outside of the monitor, which the training may be waiting for
        Machine taken = machine.look();
        synchronized (this) {
            long now = isOpen() ? clock.getAsLong() : endedAt;
            Progress progress = new Progress(epoch, epochs, done, total, (now - begin) / 1e9, perSecond, state);
            return new TrainingView(progress, measures.copy(), taken);
        }
    }

    /** A mean that forgets: the first second of a JVM is slower than the rest and must not spoil the time left. */
    private void rate(long now) {
        long examples = (epoch - 1) * total + done;
        double seconds = (now - lastRated) / 1e9;
        double newest = (examples - ratedExamples) / seconds;
        perSecond = Double.isNaN(perSecond) ? newest : 0.7 * perSecond + 0.3 * newest;
        lastRated = now;
        ratedExamples = examples;
    }

    private final class CurveSink implements Sink {
        private final double at;
        private final Curve losses;
        private final Curve accuracies;

        CurveSink(double at, Curve losses, Curve accuracies) {
            this.at = at;
            this.losses = losses;
            this.accuracies = accuracies;
        }

        @Override
        public void loss(double value, long examples) {
            synchronized (Session.this) {
                losses.add(at, value, examples);
            }
        }

        @Override
        public void accuracy(double value, long examples) {
            synchronized (Session.this) {
                accuracies.add(at, value, examples);
            }
        }

        @Override
        public void other(String name, double value, long examples) {
            synchronized (Session.this) {
                measures.others()
                        .computeIfAbsent(name, key -> new Curve(epochs, Measures.STRETCHES))
                        .add(at, value, examples);
            }
        }
    }
}
