package io.jotter.environment.chart;

import java.util.Arrays;

/**
 * A line with as many points as a picture can show: of each column of pixels the first, least, greatest and last. What is
 * drawn stays the same to the pixel (M4; Jugel and others, VLDB 2014).
 */
final class Thinning {
    private Thinning() {}

    /** The series itself where it is short, or where x does not rise. */
    static Series line(Series series, int columns) {
        double[] x = series.x();
        if (x.length <= 4 * columns || !rises(x)) {
            return series;
        }
        double low = x[0];
        double width = (x[x.length - 1] - low) / columns;
        int[] kept = new int[4 * columns + 4];
        int count = 0;
        for (int from = 0; from < x.length; ) {
            int column = Math.min(columns - 1, (int) ((x[from] - low) / width));
            int to = from;
            int least = from;
            int greatest = from;
            while (to < x.length && Math.min(columns - 1, (int) ((x[to] - low) / width)) == column) {
                least = series.y()[to] < series.y()[least] || Double.isNaN(series.y()[least]) ? to : least;
                greatest = series.y()[to] > series.y()[greatest] || Double.isNaN(series.y()[greatest]) ? to : greatest;
                to++;
            }
            for (int each : new int[] {from, Math.min(least, greatest), Math.max(least, greatest), to - 1}) {
                if (count == 0 || kept[count - 1] < each) {
                    kept[count++] = each;
                }
            }
            from = to;
        }
        return picked(series, Arrays.copyOf(kept, count));
    }

    /** Every so many of the points, from the first: a cloud keeps its form. */
    static Series points(Series series, int most) {
        int count = Math.min(most, series.x().length);
        int[] kept = new int[count];
        Arrays.setAll(kept, i -> (int) ((long) i * series.x().length / count));
        return picked(series, kept);
    }

    /** The points with the least and the greatest x and y. */
    static Series outermost(Series series) {
        int[] kept = new int[4];
        double[][] axes = {series.x(), series.x(), series.y(), series.y()};
        for (int each = 0; each < kept.length; each++) {
            double[] axis = axes[each];
            for (int i = 0; i < axis.length; i++) {
                boolean further = each % 2 == 0 ? axis[i] < axis[kept[each]] : axis[i] > axis[kept[each]];
                kept[each] = further || Double.isNaN(axis[kept[each]]) ? i : kept[each];
            }
        }
        return series.x().length == 0
                ? series
                : picked(series, Arrays.stream(kept).distinct().sorted().toArray());
    }

    /** The first point that can be seen, if there is one. */
    static Series first(Series series) {
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i])) {
                return picked(series, new int[] {i});
            }
        }
        return picked(series, new int[0]);
    }

    private static Series picked(Series series, int[] kept) {
        return new Series(
                series.name(),
                Arrays.stream(kept).mapToDouble(i -> series.x()[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> series.y()[i]).toArray(),
                series.line(),
                series.marks());
    }

    private static boolean rises(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] >= x[i - 1])) {
                return false;
            }
        }
        return x[x.length - 1] > x[0];
    }
}
