package io.jotter.environment.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One hand's way of writing one digit: distorts the strokes of {@link DigitStrokes} elastically, slants, turns and stretches them, the
 * same way for the whole digit, and brings them to the size and place that MNIST's digits have: the longer side of the box around the
 * ink fills 20 of the 28 pixels, and the ink's centre of mass is in the middle.
 */
final class DigitHand {
    private static final double CENTRE = 14.5;
    private static final double BOX = 20;
    /** Of a polyline's pieces, in units of the strokes' box: short enough to bend. */
    private static final double PIECE = 0.16;

    private final SplittableRandom chance;
    private final double width;
    private final ElasticField field;
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;

    DigitHand(SplittableRandom chance) {
        this.chance = chance;
        width = chance.nextDouble(1.4, 3.9);
        field = new ElasticField(chance, chance.nextDouble(0.05, 0.24));
        double turn = spread(0.14);
        double slant = spread(0.26) + 0.16;
        double wide = chance.nextDouble(0.62, 1.25);
        // StrictMath: the same digits to the last bit on every machine
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        // stretch, then slant, then turn; y points down, so a slant to the right takes x back as y grows
        xx = wide * cos;
        xy = -(slant * cos + sin);
        yx = wide * sin;
        yy = cos - slant * sin;
    }

    void write(int digit, DigitInk ink) {
        List<double[]> lines = new ArrayList<>();
        for (double[] stroke : DigitStrokes.of(digit, chance)) {
            lines.add(distorted(inPieces(stroke)));
        }
        placed(lines).forEach(line -> {
            for (int k = 2; k + 1 < line.length; k += 2) {
                ink.line(line[k - 2], line[k - 1], line[k], line[k + 1], width);
            }
        });
    }

    private static double[] inPieces(double[] stroke) {
        List<Double> points = new ArrayList<>(List.of(stroke[0], stroke[1]));
        for (int k = 2; k + 1 < stroke.length; k += 2) {
            double dx = stroke[k] - stroke[k - 2];
            double dy = stroke[k + 1] - stroke[k - 1];
            int pieces = Math.max(1, (int) Math.ceil(Math.sqrt(dx * dx + dy * dy) / PIECE));
            for (int piece = 1; piece <= pieces; piece++) {
                points.add(stroke[k - 2] + dx * piece / pieces);
                points.add(stroke[k - 1] + dy * piece / pieces);
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[] distorted(double[] line) {
        double[] moved = new double[line.length];
        for (int k = 0; k + 1 < line.length; k += 2) {
            double u = line[k] + field.right(line[k], line[k + 1]);
            double v = line[k + 1] + field.down(line[k], line[k + 1]);
            moved[k] = xx * u + xy * v;
            moved[k + 1] = yx * u + yy * v;
        }
        return moved;
    }

    /** In pixels. */
    private List<double[]> placed(List<double[]> lines) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        double length = 0;
        double momentX = 0;
        double momentY = 0;
        for (double[] line : lines) {
            for (int k = 0; k + 1 < line.length; k += 2) {
                left = Math.min(left, line[k]);
                right = Math.max(right, line[k]);
                top = Math.min(top, line[k + 1]);
                bottom = Math.max(bottom, line[k + 1]);
                if (k > 0) {
                    double dx = line[k] - line[k - 2];
                    double dy = line[k + 1] - line[k - 1];
                    double piece = Math.sqrt(dx * dx + dy * dy);
                    length += piece;
                    momentX += piece * (line[k] + line[k - 2]) / 2;
                    momentY += piece * (line[k + 1] + line[k - 1]) / 2;
                }
            }
        }
        double scale = (BOX - width) / Math.max(right - left, bottom - top);
        double middleX = momentX / length;
        double middleY = momentY / length;
        for (double[] line : lines) {
            for (int k = 0; k + 1 < line.length; k += 2) {
                line[k] = CENTRE + scale * (line[k] - middleX);
                line[k + 1] = CENTRE + scale * (line[k + 1] - middleY);
            }
        }
        return lines;
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
