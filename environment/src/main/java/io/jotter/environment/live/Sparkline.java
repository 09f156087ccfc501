package io.jotter.environment.live;

import io.jotter.environment.figure.LineChart;
import java.util.List;

/** A curve in a few characters, for where no picture can be shown. */
final class Sparkline {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final int CHARACTERS = 20;

    private Sparkline() {}

    /** The means of equal parts of the values, in order, between the least and the greatest of them; empty for none. */
    static String of(List<LineChart.Point> points) {
        double[] values = points.stream().mapToDouble(LineChart.Point::y).toArray();
        int width = Math.min(CHARACTERS, values.length);
        double[] means = new double[width];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < width; i++) {
            int from = i * values.length / width;
            int to = (i + 1) * values.length / width;
            for (int j = from; j < to; j++) {
                means[i] += values[j] / (to - from);
            }
            least = Math.min(least, means[i]);
            most = Math.max(most, means[i]);
        }
        StringBuilder line = new StringBuilder();
        for (double mean : means) {
            double share = most > least ? (mean - least) / (most - least) : 0;
            line.append(LEVELS.charAt((int) Math.round(share * (LEVELS.length() - 1))));
        }
        return line.toString();
    }
}
