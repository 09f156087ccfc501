package io.jotter.environment.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis on which equal differences are equally long.
 *
 * @param low the value at 0
 * @param high the value at {@code length}
 */
record LinearAxis(double low, double high, double length) implements Axis {
    private static final int TICKS = 5;

    /** Spans these values; a single value gets room on both sides. */
    static LinearAxis over(double low, double high, double length) {
        if (!(high > low)) {
            double room = Math.max(Math.abs(low) * 0.1, 0.5);
            return new LinearAxis(low - room, high + room, length);
        }
        return new LinearAxis(low, high, length);
    }

    @Override
    public double at(double value) {
        return (value - low) / (high - low) * length;
    }

    /** Multiples of 1, 2 or 5 times a power of ten, within the axis. */
    @Override
    public List<Double> ticks() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    @Override
    public String label(double tick) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step()) + 1e-9));
        return String.format(Locale.ROOT, "%,." + decimals + "f", tick == 0 ? 0.0 : tick);
    }

    private double step() {
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
