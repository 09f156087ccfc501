package io.jotter.environment.live;

import io.jotter.environment.figure.LineChart;
import java.util.ArrayList;
import java.util.List;

/**
 * Points in the order in which they came, in bounded memory: neighbours are gathered into stretches, of which the lowest
 * and the highest point stay, so that no peak is lost however many there are. Not for several threads.
 */
final class Course {
    /** Of stretches; on a chart of some 580 pixels each has two. */
    static final int CAPACITY = 300;

    private final double[] lowX = new double[CAPACITY];
    private final double[] low = new double[CAPACITY];
    private final double[] highX = new double[CAPACITY];
    private final double[] high = new double[CAPACITY];
    private int stretches;
    /** Points in a full stretch. */
    private long width = 1;

    private long inLast;
    private long count;
    private double lastX = Double.NaN;
    private double last = Double.NaN;

    /** One more; what is not finite cannot be drawn and is remembered as the last value only. */
    void add(double x, double y) {
        count++;
        lastX = x;
        last = y;
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return;
        }
        if (stretches == 0 || inLast == width) {
            if (stretches == CAPACITY) {
                halve();
            }
            if (stretches == 0 || inLast == width) {
                begin(x, y);
                return;
            }
        }
        inLast++;
        int at = stretches - 1;
        if (y < low[at]) {
            low[at] = y;
            lowX[at] = x;
        }
        if (y > high[at]) {
            high[at] = y;
            highX[at] = x;
        }
    }

    private void begin(double x, double y) {
        int at = stretches;
        lowX[at] = x;
        highX[at] = x;
        low[at] = y;
        high[at] = y;
        inLast = 1;
        stretches++;
    }

    private void halve() {
        for (int i = 0; i < CAPACITY / 2; i++) {
            int a = 2 * i;
            int b = a + 1;
            int lower = low[b] < low[a] ? b : a;
            int higher = high[b] > high[a] ? b : a;
            low[i] = low[lower];
            lowX[i] = lowX[lower];
            high[i] = high[higher];
            highX[i] = highX[higher];
        }
        stretches = CAPACITY / 2;
        width *= 2;
        // both halves were full
        inLast = width;
    }

    /** What was added, drawn or not. */
    long count() {
        return count;
    }

    /** The x of the newest point. */
    double lastX() {
        return lastX;
    }

    /** The newest value, as it was given; NaN before the first. */
    double last() {
        return last;
    }

    /** The points to be drawn, in order: two of each stretch, and the newest. */
    List<LineChart.Point> points() {
        List<LineChart.Point> points = new ArrayList<>(2 * stretches + 1);
        for (int i = 0; i < stretches; i++) {
            LineChart.Point lower = new LineChart.Point(lowX[i], low[i]);
            LineChart.Point higher = new LineChart.Point(highX[i], high[i]);
            points.add(lowX[i] <= highX[i] ? lower : higher);
            if (!lower.equals(higher)) {
                points.add(lowX[i] <= highX[i] ? higher : lower);
            }
        }
        LineChart.Point newest = new LineChart.Point(lastX, last);
        if (newest.isFinite() && !newest.equals(points.get(points.size() - 1))) {
            points.add(newest);
        }
        return points;
    }
}
