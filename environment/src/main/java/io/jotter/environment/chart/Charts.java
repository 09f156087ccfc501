package io.jotter.environment.chart;

import io.jotter.environment.chart.Content.Bars;
import io.jotter.environment.chart.Content.Curves;
import io.jotter.environment.chart.Content.Height;
import io.jotter.environment.chart.Content.Matrix;
import io.jotter.environment.figure.ImageGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * The common charts in one short line; imported in every notebook. Numbers may be arrays of any kind, lists, streams,
 * NDArrays, or number columns of a table, whose names become labels. On an x axis also {@code LocalDate},
 * {@code LocalDateTime}, {@code Instant} and a table's columns of them.
 */
public final class Charts {
    /** Of a formula: smooth to the pixel. */
    private static final int STEPS = 640;

    private Charts() {}

    /** A line through the values over 0, 1, 2, …; of a map, a line for each entry, by its name. */
    public static Chart plot(Object y) {
        if (y instanceof Map<?, ?> named) {
            List<Series> all = new ArrayList<>();
            named.forEach((name, values) -> {
                double[] each = Numbers.of(values);
                all.add(new Series(String.valueOf(name), Series.count(each.length), each, true, false));
            });
            return new Chart(new Curves(all), Look.PLAIN);
        }
        return lines(null, null, y);
    }

    /**
     * A line through the points.
     *
     * @throws IllegalArgumentException if there is not one y for each x
     */
    public static Chart plot(Object x, Object y) {
        return lines(x, Numbers.name(x), y);
    }

    /** Several lines over the same x. */
    public static Chart plot(Object x, Object y, Object... more) {
        List<Object> all = new ArrayList<>(List.of(y));
        all.addAll(Arrays.asList(more));
        return lines(x, Numbers.name(x), all.toArray());
    }

    /** The graph of a function. */
    public static Chart plot(DoubleUnaryOperator f, double from, double to) {
        double[] x = IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> from + (to - from) * i / STEPS)
                .toArray();
        return plot(x, Arrays.stream(x).map(f).toArray());
    }

    /** Points, not joined. */
    public static Chart scatter(Object x, Object y) {
        String name = Numbers.name(y);
        Series series = new Series(name == null ? "y" : name, Times.places(x), Numbers.of(y), false, true);
        return new Chart(
                new Curves(List.of(series)),
                Look.PLAIN.labelled(Numbers.name(x), name).dated(Times.are(x)));
    }

    /** How the values are spread, in as many bins as suit them. */
    public static Chart hist(Object values) {
        double[] numbers = Numbers.of(values);
        return hist(numbers, Binning.advised(numbers), Numbers.name(values));
    }

    /** How the values are spread, in so many bins of one width. */
    public static Chart hist(Object values, int bins) {
        return hist(Numbers.of(values), bins, Numbers.name(values));
    }

    /** A bar for each entry, in the map's order. */
    public static Chart bar(Map<?, ? extends Number> values) {
        return bar(values.keySet(), values.values());
    }

    /**
     * A bar for each name; a second series is added by {@link Chart#with(String, Object)}.
     *
     * @throws IllegalArgumentException if there is not one value for each name
     */
    public static Chart bar(Object names, Object values) {
        List<String> texts = names instanceof Column<?> column
                ? IntStream.range(0, column.size()).mapToObj(column::getString).toList()
                : Numbers.elements(names).stream().map(Objects::toString).toList();
        String name = Numbers.name(values);
        Height height = heights(name == null ? "y" : name, texts, Numbers.of(values));
        return new Chart(new Bars(texts, List.of(height)), Look.PLAIN.labelled(Numbers.name(names), name));
    }

    /** A colour for each value of a matrix, its first row on top. */
    public static Chart heatmap(Object matrix) {
        double[][] rows = Numbers.matrix(matrix);
        if (rows.length == 0 || Heat.columns(rows) == 0) {
            throw new IllegalArgumentException("The matrix is empty; a heat map needs one value or more.");
        }
        return new Chart(new Matrix(rows), Look.PLAIN.sized(560, 400));
    }

    /**
     * Images side by side, grey or in colour: of an NDArray (images, rows, columns), (images, 1 or 3, rows, columns) or
     * (images, rows, columns, 3), of BufferedImages, or of arrays, each a matrix or the pixels of a square. Values from 0
     * (black) to 1 (white), or to 255 where one is above 1.
     */
    public static ImageGrid images(Object images) {
        return Images.grid(images, null);
    }

    /** The same with a caption for each. */
    public static ImageGrid images(Object images, Object captions) {
        return Images.grid(
                images,
                Numbers.elements(captions).stream().map(Objects::toString).toList());
    }

    /**
     * A chart by its Vega-Lite specification.
     *
     * @throws IllegalArgumentException if that is no JSON object
     */
    public static VegaLite vegaLite(String json) {
        return VegaLite.of(json);
    }

    static Height heights(String name, List<String> names, double[] values) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException("There are " + names.size() + " names and " + values.length
                    + " values; a bar chart needs one value for each name.");
        }
        return new Height(name, values);
    }

    private static Chart hist(double[] values, int bins, @Nullable String name) {
        return new Chart(Binning.of(name == null ? "values" : name, values, bins), Look.PLAIN.labelled(name, "count"));
    }

    /**
     * @param x null to count
     */
    private static Chart lines(@Nullable Object x, @Nullable String xName, Object... ys) {
        List<Series> all = new ArrayList<>();
        double[] places = x == null ? null : Times.places(x);
        for (Object y : ys) {
            String name = Numbers.name(y);
            String given = name != null ? name : ys.length == 1 ? "y" : "y" + (all.size() + 1);
            double[] values = Numbers.of(y);
            all.add(new Series(given, places == null ? Series.count(values.length) : places, values, true, false));
        }
        boolean one = ys.length == 1 && ys[0] instanceof NumericColumn<?>;
        return new Chart(
                new Curves(all),
                Look.PLAIN
                        .labelled(Chart.label(xName), one ? all.get(0).name() : null)
                        .dated(Times.are(x)));
    }
}
