package io.jotter.environment.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The strokes of each digit, as polylines (x0, y0, x1, y1, …) in a box from -1 to 1, x to the right and y down. Where people write a digit
 * in more than one way, chance chooses. The end points are jittered a little, each on its own.
 */
final class DigitStrokes {
    private static final int ARC_STEPS = 14;

    private final SplittableRandom chance;
    private final List<double[]> strokes = new ArrayList<>();

    private DigitStrokes(SplittableRandom chance) {
        this.chance = chance;
    }

    static List<double[]> of(int digit, SplittableRandom chance) {
        DigitStrokes pen = new DigitStrokes(chance);
        switch (digit) {
            case 0 -> pen.zero();
            case 1 -> pen.one();
            case 2 -> pen.two();
            case 3 -> pen.three();
            case 4 -> pen.four();
            case 5 -> pen.five();
            case 6 -> pen.six();
            case 7 -> pen.seven();
            case 8 -> pen.eight();
            case 9 -> pen.nine();
            default -> throw new IllegalArgumentException("A digit is 0 to 9, not " + digit + ".");
        }
        return pen.strokes;
    }

    private void zero() {
        double w = 0.74 + 2 * jitter();
        double start = -100 + 300 * jitter();
        // some close it, some do not reach the beginning, some go past it
        arc(0, 0, w, 1, start, start - 365 + 350 * jitter());
    }

    private void one() {
        line(0, -1, jitter(), 1);
        if (sometimes(0.12)) {
            line(-0.4 + jitter(), -0.65 + jitter(), 0, -1);
            if (sometimes(0.4)) {
                line(-0.4 + jitter(), 1, 0.4 + jitter(), 1);
            }
        }
    }

    private void two() {
        double foot = 0.8 + 2 * jitter();
        double low = 0.85 + jitter();
        arc(0, -0.45, 0.62 + jitter(), 0.55, 190 + 300 * jitter(), 390);
        if (sometimes(0.4)) {
            arc(-0.45, 0.72, 0.25 + jitter(), 0.22, -60, -330);
            line(0.54, -0.18, -0.32, 0.53);
            line(-0.25, 0.82, foot, low + 2 * jitter());
        } else {
            line(0.54, -0.18, -0.65 + jitter(), low, foot, low + jitter());
        }
    }

    private void three() {
        double waist = -0.08 + jitter();
        if (sometimes(0.15)) {
            line(-0.55, -0.95 + jitter(), 0.5, -0.95, -0.05, waist);
        } else {
            arc(
                    -0.1,
                    (waist - 1) / 2,
                    0.54 + 2 * jitter(),
                    (1 + waist) / 2,
                    195 + 300 * jitter(),
                    430 + 200 * jitter());
        }
        arc(-0.1, (waist + 1) / 2, 0.62 + 2 * jitter(), (1 - waist) / 2, 280 + 200 * jitter(), 520 + 300 * jitter());
    }

    private void four() {
        double bar = 0.15 + 3 * jitter();
        double top = sometimes(0.25) ? 0.3 : -0.5;
        line(top + jitter(), -1 + jitter(), -0.68 + jitter(), bar, 0.75 + 2 * jitter(), bar + jitter());
        line(0.35 + jitter(), top > 0 ? -1 : -0.8 + 2 * jitter(), 0.25 + 2 * jitter(), 1);
    }

    private void five() {
        double lid = 0.6 + 2 * jitter();
        double chin = -0.12 + jitter();
        line(-0.42 + jitter(), -0.92, -0.5 + jitter(), chin);
        line(-0.42, -0.92, lid, -1 + jitter());
        arc(-0.15, 0.4, 0.68 + jitter(), 0.56, 235, 500 + 300 * jitter());
    }

    private void six() {
        double loop = 0.58 + 1.5 * jitter();
        double high = 0.45 + jitter();
        if (sometimes(0.6)) {
            line(0.35 + 3 * jitter(), -1, -0.25 + 2 * jitter(), -0.35, -loop, 1 - high);
        } else {
            arc(0.42, -0.05 + jitter(), 0.95, 1.0, 275 + 100 * jitter(), 155);
        }
        arc(0.02, 1 - high, loop, high, 180 + 200 * jitter(), 530 + 300 * jitter());
    }

    private void seven() {
        double corner = 0.62 + jitter();
        line(
                -0.68 + jitter(),
                -0.9 + jitter(),
                corner,
                -0.92 + jitter(),
                0.1 + 2 * jitter(),
                0.1,
                -0.15 + 3 * jitter(),
                1);
        if (sometimes(0.2)) {
            line(-0.25 + jitter(), 0.05 + jitter(), 0.6 + jitter(), 0.02 + jitter());
        }
        if (sometimes(0.2)) {
            line(-0.68, -0.9, -0.7 + jitter(), -0.55 + jitter());
        }
    }

    private void eight() {
        double waist = -0.08 + jitter();
        if (sometimes(0.4)) {
            arc(0, (waist - 1) / 2, 0.5 + jitter(), (1 + waist) / 2, 90, -270);
            arc(0, (waist + 1) / 2, 0.58 + jitter(), (1 - waist) / 2, -90, 270);
        } else {
            crossed(waist, 0.5 + 2 * jitter(), 0.58 + 2 * jitter());
        }
    }

    /** An eight in one go, as most people write it: its strokes cross at the waist, and need not meet at the top. */
    private void crossed(double waist, double upper, double lower) {
        double start = -60 + 300 * jitter();
        double way = 345 + 250 * jitter();
        double[] points = new double[4 * (ARC_STEPS + 1)];
        for (int k = 0; 2 * k < points.length; k++) {
            double angle = StrictMath.toRadians(start + way * k / (2 * ARC_STEPS + 1));
            double y = -StrictMath.cos(angle);
            points[2 * k] = -StrictMath.sin(2 * angle) * (y < 0 ? upper : lower);
            points[2 * k + 1] = y < 0 ? waist + y * (1 + waist) : waist + y * (1 - waist);
        }
        strokes.add(points);
    }

    private void nine() {
        double loop = 0.55 + 1.5 * jitter();
        double high = 0.45 + jitter();
        double right = -0.02 + loop;
        arc(-0.02, high - 1, loop, high, -20 + 300 * jitter(), -350 + 300 * jitter());
        if (sometimes(0.7)) {
            line(right, high - 1.15, right - 0.1 + jitter(), 0.1, right - 0.35 + 4 * jitter(), 1);
        } else {
            arc(-0.35, 0, 0.86, 0.98, -30, 100 + 100 * jitter());
        }
    }

    private void line(double... points) {
        strokes.add(points);
    }

    /** A piece of an ellipse about (x, y), from one angle to another in degrees, clockwise on the page from the right. */
    private void arc(double x, double y, double radiusX, double radiusY, double from, double to) {
        double[] points = new double[2 * (ARC_STEPS + 1)];
        for (int k = 0; k <= ARC_STEPS; k++) {
            double angle = StrictMath.toRadians(from + (to - from) * k / ARC_STEPS);
            points[2 * k] = x + radiusX * StrictMath.cos(angle);
            points[2 * k + 1] = y + radiusY * StrictMath.sin(angle);
        }
        strokes.add(points);
    }

    private double jitter() {
        return chance.nextDouble(-0.12, 0.12);
    }

    private boolean sometimes(double often) {
        return chance.nextDouble() < often;
    }
}
