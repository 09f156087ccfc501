package io.jotter.environment.training;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Noisy samples gathered into means over equal stretches of the training, so that a long training draws as few points
 * as a short one.
 */
final class Curve {
    private final double width;
    private final double[] sums;
    private final double[] weights;

    /**
     * Covers {@code length} in so many stretches; what lies beyond goes to the last one.
     *
     * @param length in epochs
     */
    Curve(double length, int stretches) {
        width = length / stretches;
        sums = new double[stretches];
        weights = new double[stretches];
    }

    private Curve(Curve other) {
        width = other.width;
        sums = other.sums.clone();
        weights = other.weights.clone();
    }

    /** As it is now, for another thread. */
    Curve copy() {
        return new Curve(this);
    }

    boolean isEmpty() {
        return x().length == 0;
    }

    /** One value measured on so many examples. */
    void add(double epochs, double value, long examples) {
        int bin = Math.min(sums.length - 1, (int) (epochs / width));
        sums[bin] += value * examples;
        weights[bin] += examples;
    }

    /** The middle of each stretch that has samples, in epochs. */
    double[] x() {
        return filled(bin -> (bin + 0.5) * width);
    }

    /** The end of each stretch that has samples, in epochs. */
    double[] ends() {
        return filled(bin -> (bin + 1) * width);
    }

    /** The mean of each stretch that has samples. */
    double[] y() {
        return filled(bin -> sums[bin] / weights[bin]);
    }

    /**
     * The mean over the newest stretches that have so many examples together, or over all; NaN before the first sample.
     * A stretch in which hardly a batch was looked at says little by itself.
     */
    double recent(long examples) {
        double sum = 0;
        double weight = 0;
        for (int bin = sums.length - 1; bin >= 0 && weight < examples; bin--) {
            sum += sums[bin];
            weight += weights[bin];
        }
        return sum / weight;
    }

    /** The newest mean; NaN before the first sample. */
    double last() {
        double[] means = y();
        return means.length == 0 ? Double.NaN : means[means.length - 1];
    }

    private double[] filled(IntToDoubleFunction value) {
        double[] all = new double[sums.length];
        int count = 0;
        for (int bin = 0; bin < sums.length; bin++) {
            if (weights[bin] > 0) {
                all[count++] = value.applyAsDouble(bin);
            }
        }
        return Arrays.copyOf(all, count);
    }
}
