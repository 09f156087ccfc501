package io.jotter.environment.data;

import java.util.SplittableRandom;

/**
 * One hand's way of writing one digit: bends, slants, turns, stretches and moves the strokes of {@link DigitStrokes}, the same way for the
 * whole digit, into the 20 × 20 pixels in the middle that MNIST's digits fill.
 */
final class DigitHand {
    private static final double CENTRE = 14;
    private static final double HALF = 9;

    private final SplittableRandom chance;
    private final double width;
    private final double bendX;
    private final double bendY;
    private final double phaseX;
    private final double phaseY;
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final double moveX;
    private final double moveY;

    DigitHand(SplittableRandom chance) {
        this.chance = chance;
        width = chance.nextDouble(1.6, 3.6);
        bendX = chance.nextDouble(0, 0.09);
        bendY = chance.nextDouble(0, 0.09);
        phaseX = chance.nextDouble(0, 2 * Math.PI);
        phaseY = chance.nextDouble(0, 2 * Math.PI);
        double turn = spread(0.14);
        double slant = spread(0.22) + 0.08;
        double wide = HALF * chance.nextDouble(0.7, 1.08);
        double high = HALF * chance.nextDouble(0.88, 1.08);
        // StrictMath: the same digits to the last bit on every machine
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        // stretch, then slant, then turn; y points down, so a slant to the right takes x back as y grows
        xx = wide * cos;
        xy = -high * (slant * cos + sin);
        yx = wide * sin;
        yy = high * (cos - slant * sin);
        moveX = CENTRE + spread(0.9);
        moveY = CENTRE + spread(0.9);
    }

    void write(int digit, DigitInk ink) {
        for (double[] stroke : DigitStrokes.of(digit, chance)) {
            double lastX = 0;
            double lastY = 0;
            for (int k = 0; k + 1 < stroke.length; k += 2) {
                double u = stroke[k] + bendX * StrictMath.sin(2.2 * stroke[k + 1] + phaseX);
                double v = stroke[k + 1] + bendY * StrictMath.sin(2.2 * stroke[k] + phaseY);
                double x = moveX + xx * u + xy * v;
                double y = moveY + yx * u + yy * v;
                if (k > 0) {
                    ink.line(lastX, lastY, x, y, width);
                }
                lastX = x;
                lastY = y;
            }
        }
    }

    /** About normal with the given deviation, never beyond three of them. */
    private double spread(double deviation) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += chance.nextDouble(-1, 1);
        }
        return Math.min(3 * deviation, Math.max(-3 * deviation, sum * deviation * 0.866));
    }
}
