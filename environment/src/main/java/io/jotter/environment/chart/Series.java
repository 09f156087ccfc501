package io.jotter.environment.chart;

import java.util.Arrays;

/**
 * Points under one name.
 *
 * @param marks whether each point is marked
 * @param line whether the points are joined
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the arrays are copies of the reader's
record Series(String name, double[] x, double[] y, boolean line, boolean marks) {
    Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException("“" + name + "” has " + x.length + " x values and " + y.length
                    + " y values; it needs one y for each x.");
        }
    }

    static double[] count(int length) {
        double[] x = new double[length];
        Arrays.setAll(x, i -> i);
        return x;
    }

    /** This without what cannot be placed; a gap in a line stays one. */
    Series placeable(boolean logX, boolean logY) {
        double[] nx = new double[x.length];
        double[] ny = new double[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            boolean has = fits(x[i], logX);
            if (has && (line || fits(y[i], logY))) {
                nx[count] = x[i];
                ny[count++] = fits(y[i], logY) ? y[i] : Double.NaN;
            }
        }
        return new Series(name, Arrays.copyOf(nx, count), Arrays.copyOf(ny, count), line, marks);
    }

    /** How many values of y are there to be seen. */
    int visible() {
        return (int) Arrays.stream(y).filter(Double::isFinite).count();
    }

    private static boolean fits(double value, boolean logarithmic) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }
}
