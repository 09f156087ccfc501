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
        double w = 0.68 + jitter();
        double start = -100 + 300 * jitter();
        arc(0, 0, w, 1, start, start - 360 + 150 * jitter());
    }

    private void one() {
        line(0, -1, jitter(), 1);
        if (sometimes(0.4)) {
            line(-0.4 + jitter(), -0.65 + jitter(), 0, -1);
            if (sometimes(0.4)) {
                line(-0.4 + jitter(), 1, 0.4 + jitter(), 1);
            }
        }
    }

    private void two() {
        double foot = 0.7 + jitter();
        arc(0, -0.45, 0.62, 0.55, 190 + 200 * jitter(), 390);
        line(0.54, -0.18, -0.65 + jitter(), 0.9);
        if (sometimes(0.45)) {
            arc(-0.5, 0.75, 0.22, 0.2, 120, 400);
        }
        line(-0.65, 0.9, foot, 0.92 + jitter());
    }

    private void three() {
        if (sometimes(0.2)) {
            line(-0.55, -0.95 + jitter(), 0.5, -0.95, -0.05, -0.15);
        } else {
            arc(-0.05, -0.52, 0.58 + jitter(), 0.47, 200 + 200 * jitter(), 450);
        }
        arc(-0.05, 0.43, 0.68 + jitter(), 0.55, 270, 515 + 200 * jitter());
    }

    private void four() {
        double bar = 0.25 + 2 * jitter();
        double top = sometimes(0.35) ? 0.3 : -0.45;
        line(top + jitter(), -1, -0.7 + jitter(), bar, 0.75 + jitter(), bar + jitter());
        line(0.32 + jitter(), top > 0 ? -1 : -0.75 + 2 * jitter(), 0.28 + jitter(), 1);
    }

    private void five() {
        line(0.65 + jitter(), -0.95 + jitter(), -0.45, -0.93, -0.52 + jitter(), -0.15);
        arc(-0.08, 0.38, 0.68 + jitter(), 0.6, 232, 505 + 200 * jitter());
    }

    private void six() {
        double loop = 0.55 + jitter();
        arc(0.42, -0.05 + jitter(), 0.95, 1.0, 275 + 100 * jitter(), 155);
        arc(0.02, 0.45, loop, 0.53, 180, 540 + 150 * jitter());
    }

    private void seven() {
        line(-0.68 + jitter(), -0.9 + jitter(), 0.62, -0.92 + jitter(), -0.15 + 2 * jitter(), 1);
        if (sometimes(0.25)) {
            line(-0.25 + jitter(), 0.05 + jitter(), 0.6 + jitter(), 0.02 + jitter());
        }
        if (sometimes(0.2)) {
            line(-0.68, -0.9, -0.7 + jitter(), -0.55 + jitter());
        }
    }

    private void eight() {
        double waist = -0.08 + jitter();
        arc(0, (waist - 1) / 2, 0.5 + jitter(), (1 + waist) / 2, 90, -270);
        arc(0, (waist + 1) / 2, 0.58 + jitter(), (1 - waist) / 2, -90, 270);
    }

    private void nine() {
        double loop = 0.52 + jitter();
        arc(-0.02, -0.47, loop, 0.5, 0, -360 + 150 * jitter());
        if (sometimes(0.5)) {
            line(loop - 0.02, -0.6, 0.4 + jitter(), 0.2, 0.25 + 2 * jitter(), 1);
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
        return chance.nextDouble(-0.1, 0.1);
    }

    private boolean sometimes(double often) {
        return chance.nextDouble() < often;
    }
}
