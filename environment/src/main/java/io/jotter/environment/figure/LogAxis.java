package io.jotter.environment.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis on which equal ratios are equally long.
 *
 * @param low the value at 0; above 0
 * @param high the value at {@code length}; above {@code low}
 */
record LogAxis(double low, double high, double length) implements Axis {
    /** More decades than this are marked every second, third … one. */
    private static final int MOST_TICKS = 6;

    /** Spans these values; a single value gets room on both sides. */
    static LogAxis over(double low, double high, double length) {
        return high > low * (1 + 1e-9) ? new LogAxis(low, high, length) : new LogAxis(low / 2, low * 2, length);
    }

    @Override
    public double at(double value) {
        return Math.log(value / low) / Math.log(high / low) * length;
    }

    /** Powers of ten; where they are few, with their 2 and 5 times. */
    @Override
    public List<Double> ticks() {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        double decades = Math.log10(high / low);
        int step = (int) Math.ceil(decades / MOST_TICKS);
        int[] factors = decades < 2.5 ? new int[] {1, 2, 5} : new int[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int power = Math.floorDiv(first, step) * step; power <= last; power += step) {
            for (int factor : factors) {
                double tick = factor * Math.pow(10, power);
                if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
                    ticks.add(tick);
                }
            }
        }
        // less than from one to the next of these: the ends themselves
        return ticks.size() > 1 ? ticks : List.of(low, high);
    }

    @Override
    public String label(double tick) {
        boolean far = tick >= 1e5 || tick < 1e-3;
        return far ? String.format(Locale.ROOT, "%.0e", tick) : plain(tick);
    }

    private static String plain(double tick) {
        return new java.math.BigDecimal(tick)
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
