package io.jotter.environment.data;

import java.util.SplittableRandom;

/**
 * A random displacement of the plane that varies slowly: noise at the nodes of a grid, smoothed by a Gaussian, after Simard, Steinkraus
 * and Platt, Best Practices for Convolutional Neural Networks Applied to Visual Document Analysis (2003). Neighbouring points move
 * together, as they do under a hand that hurries here and lingers there. In units of the strokes' box, of which one is some nine pixels.
 */
final class ElasticField {
    /** Half the side of the square that is covered; farther out the displacement is that of the edge. */
    private static final double REACH = 1.4;

    private static final int NODES = 9;
    private static final double SPACING = 2 * REACH / (NODES - 1);
    /** The Gaussian's deviation: four pixels, as in the paper. */
    private static final double SIGMA = 0.44;

    private static final int RADIUS = 3;
    private static final double[] KERNEL = kernel();

    private final double[] dx;
    private final double[] dy;

    /**
     * A field drawn by chance.
     *
     * @param deviation the standard deviation of the displacement in each direction, in units of the box; the paper's is 0.15
     */
    ElasticField(SplittableRandom chance, double deviation) {
        dx = smooth(noise(chance, deviation));
        dy = smooth(noise(chance, deviation));
    }

    /** How far the point (x, y) moves to the right. */
    double right(double x, double y) {
        return between(dx, x, y);
    }

    /** How far the point (x, y) moves down. */
    double down(double x, double y) {
        return between(dy, x, y);
    }

    /** Sums of squares to one: smoothed noise varies as much as the noise did. */
    private static double[] kernel() {
        double[] weights = new double[2 * RADIUS + 1];
        double squares = 0;
        for (int k = -RADIUS; k <= RADIUS; k++) {
            double away = k * SPACING / SIGMA;
            double weight = StrictMath.exp(-away * away / 2);
            weights[k + RADIUS] = weight;
            squares += weight * weight;
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= Math.sqrt(squares);
        }
        return weights;
    }

    private static double[] noise(SplittableRandom chance, double deviation) {
        int side = NODES + 2 * RADIUS;
        double[] values = new double[side * side];
        double most = deviation * Math.sqrt(3);
        for (int k = 0; k < values.length; k++) {
            values[k] = (2 * chance.nextDouble() - 1) * most;
        }
        return values;
    }

    /** One direction after the other, which for a Gaussian is the same as both at once. */
    private static double[] smooth(double[] noise) {
        int side = NODES + 2 * RADIUS;
        double[] across = new double[side * NODES];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < NODES; column++) {
                double sum = 0;
                for (int k = 0; k < KERNEL.length; k++) {
                    sum += KERNEL[k] * noise[row * side + column + k];
                }
                across[row * NODES + column] = sum;
            }
        }
        double[] smoothed = new double[NODES * NODES];
        for (int row = 0; row < NODES; row++) {
            for (int column = 0; column < NODES; column++) {
                double sum = 0;
                for (int k = 0; k < KERNEL.length; k++) {
                    sum += KERNEL[k] * across[(row + k) * NODES + column];
                }
                smoothed[row * NODES + column] = sum;
            }
        }
        return smoothed;
    }

    private static double between(double[] field, double x, double y) {
        double column = node(x);
        double row = node(y);
        int left = Math.min(NODES - 2, (int) column);
        int top = Math.min(NODES - 2, (int) row);
        double right = column - left;
        double down = row - top;
        int at = top * NODES + left;
        return (1 - down) * ((1 - right) * field[at] + right * field[at + 1])
                + down * ((1 - right) * field[at + NODES] + right * field[at + NODES + 1]);
    }

    private static double node(double place) {
        return Math.min(NODES - 1, Math.max(0, (place + REACH) / SPACING));
    }
}
