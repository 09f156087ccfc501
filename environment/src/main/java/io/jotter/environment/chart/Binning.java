package io.jotter.environment.chart;

import java.util.Arrays;

/** Cuts values into bins of one width. */
final class Binning {
    private static final int MOST = 80;

    private Binning() {}

    /** As many as Freedman and Diaconis (1981) advise, from 1 to {@value #MOST}; where the middle half is one value, as Sturges does. */
    static int advised(double[] values) {
        double[] sorted = finite(values);
        if (sorted.length < 2) {
            return 1;
        }
        Arrays.sort(sorted);
        double spread = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        double range = sorted[sorted.length - 1] - sorted[0];
        double width = 2 * spread / Math.cbrt(sorted.length);
        double bins = width > 0 ? Math.ceil(range / width) : Math.ceil(Math.log(sorted.length) / Math.log(2)) + 1;
        return (int) Math.max(1, Math.min(MOST, bins));
    }

    /**
     * @throws IllegalArgumentException if there is no bin
     */
    static Content.Bins of(String name, double[] values, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("A histogram needs one bin or more, not " + bins + ".");
        }
        double[] finite = finite(values);
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        if (low == high) {
            low -= 0.5;
            high += 0.5;
        }
        double width = (high - low) / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = i == bins ? high : low + i * width;
        }
        double[] counts = new double[bins];
        for (double value : finite) {
            counts[(int) Math.min(bins - 1, (value - low) / width)]++;
        }
        return new Content.Bins(name, edges, counts);
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
}
