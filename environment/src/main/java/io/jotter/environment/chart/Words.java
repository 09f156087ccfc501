package io.jotter.environment.chart;

import io.jotter.environment.chart.Content.Bars;
import io.jotter.environment.chart.Content.Bins;
import io.jotter.environment.chart.Content.Curves;
import io.jotter.environment.chart.Content.Height;
import io.jotter.environment.chart.Content.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What a chart says, in words: for those who do not see it, and for a terminal. */
final class Words {
    private static final int MOST_NAMED = 8;

    private Words() {}

    static String of(Content content, Look look) {
        String said = look.alt();
        String title = look.title() == null ? "" : " “" + look.title() + "”";
        if (said != null) {
            return title.isEmpty() ? said : look.title() + ". " + said;
        } else if (content instanceof Curves curves) {
            return curves(curves.series(), title, look);
        } else if (content instanceof Bins bins) {
            return bins(bins, title);
        } else if (content instanceof Bars bars) {
            return bars(bars, title, look);
        }
        return matrix((Matrix) content, title);
    }

    private static String curves(List<Series> all, String title, Look look) {
        boolean line = all.stream().anyMatch(Series::line);
        StringBuilder text = new StringBuilder(line ? "Line chart" : "Scatter chart")
                .append(title)
                .append(axes(look));
        StringJoiner said = new StringJoiner("; ", ": ", ".");
        for (Series each : all.subList(0, Math.min(MOST_NAMED, all.size()))) {
            said.add(series(each, look, all.size() > 1));
        }
        if (all.size() > MOST_NAMED) {
            said.add("and " + (all.size() - MOST_NAMED) + " more series");
        }
        return text.append(said).toString();
    }

    private static String series(Series series, Look look, boolean named) {
        Series shown = series.placeable(look.logX(), look.logY());
        String name = named || !series.name().equals("y") ? series.name() + ": " : "";
        double[] y = Arrays.stream(shown.y()).filter(Double::isFinite).toArray();
        int hidden = series.x().length - y.length;
        String without = hidden == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d of %,d values cannot be placed", hidden, series.x().length);
        if (y.length == 0) {
            return name + "no points" + without;
        }
        String points = String.format(Locale.ROOT, "%,d %s", y.length, y.length == 1 ? "point" : "points");
        String range = "x from " + place(Arrays.stream(shown.x()).min().orElse(0), look) + " to "
                + place(Arrays.stream(shown.x()).max().orElse(0), look);
        String course = series.line()
                ? ", y goes from " + number(y[0]) + " to " + number(y[y.length - 1]) + ", between "
                : ", y between ";
        return name + points + ", " + range + course
                + number(Arrays.stream(y).min().orElse(0)) + " and "
                + number(Arrays.stream(y).max().orElse(0)) + without;
    }

    private static String place(double x, Look look) {
        return look.dates() ? Times.text(x) : number(x);
    }

    private static String bins(Bins bins, String title) {
        double[] counts = bins.counts();
        int fullest = 0;
        for (int i = 1; i < counts.length; i++) {
            fullest = counts[i] > counts[fullest] ? i : fullest;
        }
        return String.format(
                Locale.ROOT,
                "Histogram%s: %,.0f values from %s to %s in %d bins; most, %,.0f, lie between %s and %s.",
                title,
                Arrays.stream(counts).sum(),
                number(bins.edges()[0]),
                number(bins.edges()[counts.length]),
                counts.length,
                counts[fullest],
                number(bins.edges()[fullest]),
                number(bins.edges()[fullest + 1]));
    }

    private static String bars(Bars bars, String title, Look look) {
        StringBuilder text = new StringBuilder("Bar chart").append(title).append(axes(look));
        String before = ": ";
        for (Height height : bars.heights()) {
            text.append(before).append(bars.heights().size() > 1 ? height.name() + ": " : "");
            StringJoiner said = new StringJoiner(", ");
            int named = Math.min(MOST_NAMED * 2, bars.names().size());
            for (int i = 0; i < named; i++) {
                said.add(bars.names().get(i) + " " + number(height.values()[i]));
            }
            if (named < bars.names().size()) {
                said.add("and " + (bars.names().size() - named) + " more");
            }
            text.append(said);
            before = "; ";
        }
        return text.append('.').toString();
    }

    private static String matrix(Matrix matrix, String title) {
        return "Heat map" + title + ": " + matrix.rows().length + " rows × " + matrix.columns()
                + " columns, values from " + number(matrix.least()) + " to " + number(matrix.greatest()) + ".";
    }

    private static String axes(Look look) {
        if (look.yLabel() == null && look.xLabel() == null) {
            return "";
        }
        return " of " + (look.yLabel() == null ? "y" : look.yLabel())
                + (look.xLabel() == null ? "" : " over " + look.xLabel());
    }

    /** Four digits, without needless zeros. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "no value";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e7) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        if (size >= 1e7 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        int places = (int) Math.max(0, 3 - Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + places + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
