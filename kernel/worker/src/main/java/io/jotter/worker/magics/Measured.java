package io.jotter.worker.magics;

import java.util.Arrays;
import java.util.Locale;

/**
 * Repeated measurements of one thing.
 *
 * @param perCall nanoseconds, one for each run
 * @param calls of which each run is the mean
 */
@SuppressWarnings("ArrayRecordComponent") // made once and never compared
record Measured(double[] perCall, long calls, int warmups) {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    /** Of the standard normal distribution: 99.95 % lie below. */
    private static final double Z = 3.2905267;

    /** Two-sided 99.9 % of Student's distribution, for 1 to 4 degrees of freedom. */
    private static final double[] FEW = {636.619, 31.599, 12.924, 8.610};

    double median() {
        double[] sorted = perCall.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double mean() {
        return Arrays.stream(perCall).average().orElse(Double.NaN);
    }

    /** Half the width of the interval that holds the mean in 99.9 % of cases, if the runs vary as normal variables do. */
    double error() {
        int n = perCall.length;
        if (n < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double variance = Arrays.stream(perCall)
                        .map(each -> (each - mean) * (each - mean))
                        .sum()
                / (n - 1);
        return student(n - 1) * Math.sqrt(variance / n);
    }

    /** The quantile by Cornish and Fisher's expansion in 1/df (Abramowitz and Stegun, 26.7.5), which is off by 1 % at 5. */
    static double student(int df) {
        if (df <= FEW.length) {
            return FEW[df - 1];
        }
        double z2 = Z * Z;
        double g1 = (z2 + 1) * Z / 4;
        double g2 = ((5 * z2 + 16) * z2 + 3) * Z / 96;
        double g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * Z / 384;
        double g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * Z / 92_160;
        return Z + g1 / df + g2 / Math.pow(df, 2) + g3 / Math.pow(df, 3) + g4 / Math.pow(df, 4);
    }

    String inWords() {
        int unit = 0;
        double scale = 1;
        while (unit < UNITS.length - 1 && median() / scale >= 1_000) {
            unit++;
            scale *= 1_000;
        }
        String mean = perCall.length < 2
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; mean %s ± %s %s (99.9 %%)",
                        plain(mean() / scale),
                        plain(error() / scale),
                        UNITS[unit]);
        return String.format(
                Locale.ROOT,
                "%s %s a call (median)%s. %,d run%s of %,d call%s, after %,d to warm up.",
                plain(median() / scale),
                UNITS[unit],
                mean,
                perCall.length,
                perCall.length == 1 ? "" : "s",
                calls,
                calls == 1 ? "" : "s",
                warmups);
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
