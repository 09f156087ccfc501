package io.jotter.environment.figure;

import static io.jotter.environment.figure.Markup.escape;
import static io.jotter.environment.figure.Markup.px;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Curves in one frame, as SVG in the page's own colours. Each change returns a new chart.
 *
 * @param alt what the picture says, for those who do not see it
 * @param xLow the least extent of the x axis to the left; NaN for that of the data
 * @param xHigh the least extent to the right; NaN for that of the data
 * @param yLow the least extent of the y axis downwards; NaN for that of the data
 * @param yHigh the least extent upwards; NaN for that of the data
 * @param logarithmic whether equal ratios of y are equally high; what is not above 0 is then left out
 */
public record LineChart(
        String title,
        String xLabel,
        String yLabel,
        String alt,
        double xLow,
        double xHigh,
        double yLow,
        double yHigh,
        int width,
        int height,
        boolean logarithmic,
        List<Series> series)
        implements Displayable {

    /** Mid-tones with a contrast of at least 3:1 on white and on near-black; the dash tells them apart without colour. */
    private static final List<String> COLOURS = List.of("#3b82f6", "#dc6a1e", "#1f9d63", "#d94b7b", "#8b6cef");

    private static final List<String> DASHES = List.of("", "7 4", "2 3", "9 3 2 3", "4 2");
    private static final int LEFT = 58;
    private static final int RIGHT = 14;
    private static final int TOP = 44;
    private static final int BOTTOM = 44;

    /** A place on a curve, in the units of the axes. */
    public record Point(double x, double y) {
        public boolean isFinite() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }

    /**
     * One curve.
     *
     * @param dots whether each point is marked
     */
    public record Series(String name, List<Point> points, boolean dots) {}

    public LineChart {
        series = List.copyOf(series);
    }

    public static LineChart of(String title, String xLabel, String yLabel, String alt) {
        return new LineChart(
                title, xLabel, yLabel, alt, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 640, 300, false, List.of());
    }

    /**
     * One more curve. Points that are not finite are left out.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public LineChart with(String name, double[] x, double[] y) {
        return with(name, x, y, false);
    }

    /** One more curve with a mark at each point, for few points. */
    public LineChart withDots(String name, double[] x, double[] y) {
        return with(name, x, y, true);
    }

    private LineChart with(String name, double[] x, double[] y, boolean dots) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("The curve \"" + name + "\" has " + x.length + " x values and "
                    + y.length + " y values; it needs one y for each x.");
        }
        return with(
                name,
                IntStream.range(0, x.length)
                        .mapToObj(i -> new Point(x[i], y[i]))
                        .toList(),
                dots);
    }

    /** One more curve through these points, in their order. Those that are not finite are left out. */
    public LineChart with(String name, List<Point> points) {
        return with(name, points, false);
    }

    private LineChart with(String name, List<Point> all, boolean dots) {
        List<Point> points = all.stream().filter(Point::isFinite).toList();
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(name, points, dots));
        return new LineChart(title, xLabel, yLabel, alt, xLow, xHigh, yLow, yHigh, width, height, logarithmic, more);
    }

    /** The y axis reaches at least from {@code low} to {@code high}. */
    public LineChart reaching(double low, double high) {
        return new LineChart(title, xLabel, yLabel, alt, xLow, xHigh, low, high, width, height, logarithmic, series);
    }

    /** The x axis reaches at least from {@code low} to {@code high}. */
    public LineChart across(double low, double high) {
        return new LineChart(title, xLabel, yLabel, alt, low, high, yLow, yHigh, width, height, logarithmic, series);
    }

    public LineChart sized(int newWidth, int newHeight) {
        return new LineChart(
                title, xLabel, yLabel, alt, xLow, xHigh, yLow, yHigh, newWidth, newHeight, logarithmic, series);
    }

    /** Equal ratios of y are equally high. */
    public LineChart onLogScale() {
        return new LineChart(title, xLabel, yLabel, alt, xLow, xHigh, yLow, yHigh, width, height, true, series);
    }

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.html(svg(), plain());
    }

    /** An {@code svg} element to stand in HTML. */
    public String svg() {
        Axis x = axis(xLow, xHigh, width - LEFT - RIGHT, true);
        Axis y = axis(yLow, yHigh, height - TOP - BOTTOM, false);
        StringBuilder svg = new StringBuilder(4096);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"")
                .append(escape(alt))
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(width)
                .append("\" style=\"max-width:100%;height:auto;")
                .append(Markup.INK)
                .append(";font-family:sans-serif;font-size:12px\">");
        text(svg, LEFT, 16, "start", title, " font-weight=\"bold\"");
        legend(svg);
        grid(svg, x, y);
        for (int i = 0; i < series.size(); i++) {
            curve(svg, series.get(i), i, x, y);
        }
        return svg.append("</svg>").toString();
    }

    private Axis axis(double low, double high, double length, boolean ofX) {
        double least = low;
        double most = high;
        for (Series one : series) {
            for (Point point : drawn(one)) {
                double value = ofX ? point.x() : point.y();
                least = Double.isNaN(least) ? value : Math.min(least, value);
                most = Double.isNaN(most) ? value : Math.max(most, value);
            }
        }
        boolean log = logarithmic && !ofX;
        if (Double.isNaN(least)) {
            return log ? new LogAxis(0.1, 1, length) : new LinearAxis(0, 1, length);
        }
        return log ? LogAxis.over(least, most, length) : LinearAxis.over(least, most, length);
    }

    private List<Point> drawn(Series one) {
        return logarithmic
                ? one.points().stream().filter(point -> point.y() > 0).toList()
                : one.points();
    }

    private void grid(StringBuilder svg, Axis x, Axis y) {
        double bottom = height - BOTTOM;
        svg.append("<g stroke=\"currentColor\" stroke-opacity=\"0.18\">");
        for (double tick : y.ticks()) {
            line(svg, LEFT, bottom - y.at(tick), width - RIGHT, bottom - y.at(tick));
        }
        for (double tick : x.ticks()) {
            line(svg, LEFT + x.at(tick), TOP, LEFT + x.at(tick), bottom);
        }
        svg.append("</g>");
        for (double tick : y.ticks()) {
            text(svg, LEFT - 7, bottom - y.at(tick) + 4, "end", y.label(tick), "");
        }
        for (double tick : x.ticks()) {
            text(svg, LEFT + x.at(tick), bottom + 16, "middle", x.label(tick), "");
        }
        text(svg, LEFT + x.length() / 2, height - 8.0, "middle", xLabel, "");
        double middle = TOP + y.length() / 2;
        text(svg, 12, middle, "middle", yLabel, " transform=\"rotate(-90 12 " + px(middle) + ")\"");
    }

    private void legend(StringBuilder svg) {
        double at = LEFT;
        for (int i = 0; i < series.size(); i++) {
            svg.append("<g ").append(stroke(i)).append('>');
            line(svg, at, 31, at + 24, 31);
            svg.append("</g>");
            text(svg, at + 29, 35, "start", series.get(i).name(), "");
            at += 29 + 7.0 * series.get(i).name().length() + 16;
        }
    }

    private void curve(StringBuilder svg, Series one, int index, Axis x, Axis y) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        List<Point> visible = drawn(one);
        for (Point point : visible) {
            String px = px(LEFT + x.at(point.x()));
            String py = px(height - BOTTOM - y.at(point.y()));
            points.append(px).append(',').append(py).append(' ');
            if (one.dots() || visible.size() == 1) { // a line through one point is none
                dots.append("<circle cx=\"")
                        .append(px)
                        .append("\" cy=\"")
                        .append(py)
                        .append("\" r=\"3.5\" stroke=\"none\" fill=\"")
                        .append(COLOURS.get(index % COLOURS.size()))
                        .append("\"/>");
            }
        }
        svg.append("<polyline fill=\"none\" ")
                .append(stroke(index))
                .append(" points=\"")
                .append(points)
                .append("\"/>")
                .append(dots);
    }

    private static String stroke(int index) {
        String dash = DASHES.get(index % DASHES.size());
        return "stroke-width=\"2\" stroke=\"" + COLOURS.get(index % COLOURS.size()) + "\""
                + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append("<line x1=\"")
                .append(px(x1))
                .append("\" y1=\"")
                .append(px(y1))
                .append("\" x2=\"")
                .append(px(x2))
                .append("\" y2=\"")
                .append(px(y2))
                .append("\"/>");
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text, String more) {
        svg.append("<text fill=\"currentColor\" x=\"")
                .append(px(x))
                .append("\" y=\"")
                .append(px(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append('"')
                .append(more)
                .append('>')
                .append(escape(text))
                .append("</text>");
    }

    private String plain() {
        String curves = series.stream().map(LineChart::ends).collect(Collectors.joining("; "));
        return title + ". " + alt + (curves.isEmpty() ? "" : " (" + curves + ")");
    }

    private static String ends(Series one) {
        List<Point> points = one.points();
        return points.isEmpty()
                ? one.name() + ": no points"
                : String.format(
                        Locale.ROOT,
                        "%s: from %.4g to %.4g",
                        one.name(),
                        points.get(0).y(),
                        points.get(points.size() - 1).y());
    }
}
