package io.jotter.environment.data;

import java.util.SplittableRandom;

/** A square of grey pixels on which line segments are inked with a round pen and a soft edge one pixel wide. */
final class DigitInk {
    private final int side;
    private final double[] cover;

    DigitInk(int side) {
        this.side = side;
        this.cover = new double[side * side];
    }

    /** Inks the segment from (x0, y0) to (x1, y1), in pixels from the upper left corner, with a pen {@code width} pixels wide. */
    void line(double x0, double y0, double x1, double y1, double width) {
        double reach = width / 2 + 0.5;
        int left = Math.max(0, (int) Math.floor(Math.min(x0, x1) - reach));
        int right = Math.min(side - 1, (int) Math.ceil(Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(y0, y1) - reach));
        int bottom = Math.min(side - 1, (int) Math.ceil(Math.max(y0, y1) + reach));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = dx * dx + dy * dy;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                double along = squared == 0 ? 0 : toUnit((px * dx + py * dy) / squared);
                double away = Math.sqrt(square(px - along * dx) + square(py - along * dy));
                double covered = toUnit(reach - away);
                int at = row * side + column;
                cover[at] = Math.max(cover[at], covered);
            }
        }
    }

    /** Writes the picture as bytes, the ink's strength uneven by chance and the paper clean, as MNIST's is. */
    void copyTo(byte[] pixels, int start, SplittableRandom chance) {
        double strength = chance.nextDouble(0.85, 1.1);
        for (int p = 0; p < cover.length; p++) {
            double grain = chance.nextDouble(-0.08, 0.08);
            double grey = cover[p] == 0 ? 0 : cover[p] * (strength + grain);
            pixels[start + p] = (byte) Math.round(255 * toUnit(grey));
        }
    }

    private static double toUnit(double value) {
        return Math.min(1, Math.max(0, value));
    }

    private static double square(double value) {
        return value * value;
    }
}
