package io.jotter.environment.chart;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.environment.chart.Content.Bars;
import io.jotter.environment.chart.Content.Bins;
import io.jotter.environment.chart.Content.Curves;
import io.jotter.environment.chart.Content.Height;
import io.jotter.environment.chart.Content.Matrix;
import io.jotter.environment.chart.ThemedPicture.Layers;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A chart, made by the functions of {@link Charts}. Each change returns a new one, so the last of a chain is what is to be
 * shown: {@code plot(epochs, loss).title("Training").xLabel("epoch").logY()}.
 */
public final class Chart implements Displayable {
    /** A shape each costs the page more than a picture of pixels. */
    private static final int MANY_SHAPES = 1_500;

    private final Content content;
    private final Look look;

    Chart(Content content, Look look) {
        this.content = content;
        this.look = look;
    }

    public Chart title(String text) {
        return new Chart(content, look.titled(text));
    }

    public Chart xLabel(String text) {
        return new Chart(content, look.labelled(text, look.yLabel()));
    }

    public Chart yLabel(String text) {
        return new Chart(content, look.labelled(look.xLabel(), text));
    }

    /** What the picture says, for those who do not see it; without it, words are made from the numbers. */
    public Chart alt(String words) {
        return new Chart(content, look.saying(words));
    }

    /** A logarithmic x axis; what is not above zero has no place on it. */
    public Chart logX() {
        if (look.dates()) {
            throw new IllegalStateException("The x axis is of dates, which have no logarithm; leave logX() away.");
        }
        return new Chart(content, look.logarithmic(true, look.logY()));
    }

    /** A logarithmic y axis; what is not above zero has no place on it. */
    public Chart logY() {
        return new Chart(content, look.logarithmic(look.logX(), true));
    }

    /** Whether the names of the series are shown; without it, where there are several. */
    public Chart legend(boolean shown) {
        return new Chart(content, look.withLegend(shown));
    }

    /**
     * In pixels of the page.
     *
     * @throws IllegalArgumentException if a side is less than 80 or more than 4,000
     */
    public Chart size(int width, int height) {
        if (Math.min(width, height) < 80 || Math.max(width, height) > 4_000) {
            throw new IllegalArgumentException(
                    "A chart is between 80 and 4,000 pixels wide and high, not " + width + " × " + height + ".");
        }
        return new Chart(content, look.sized(width, height));
    }

    /** One more line in a {@code plot}, one more cloud in a {@code scatter}. */
    public Chart with(String name, Object x, Object y) {
        Curves curves = curves("with(name, x, y)");
        boolean line = curves.series().stream().allMatch(Series::line);
        return with(new Series(name, places(x), Numbers.of(y), line, !line));
    }

    /** One more line over x = 0, 1, 2, …; of a {@code bar} chart, one more bar for each name. */
    public Chart with(String name, Object y) {
        double[] values = Numbers.of(y);
        if (content instanceof Bars bars) {
            List<Height> more = new ArrayList<>(bars.heights());
            more.add(Charts.heights(name, bars.names(), values));
            return new Chart(new Bars(bars.names(), more), look);
        }
        Curves curves = curves("with(name, y)");
        double[] x = curves.series().isEmpty()
                ? Series.count(values.length)
                : curves.series().get(0).x();
        return with(new Series(name, x.length == values.length ? x : Series.count(values.length), values, true, false));
    }

    /** Points marked over what is there: measured values over a curve. */
    public Chart withPoints(String name, Object x, Object y) {
        return with(new Series(name, places(x), Numbers.of(y), false, true));
    }

    /** A line over what is there: a fit over points. */
    public Chart withLine(String name, Object x, Object y) {
        return with(new Series(name, places(x), Numbers.of(y), true, false));
    }

    /** The first series by this name, for a legend. */
    public Chart named(String name) {
        if (content instanceof Bars bars) {
            List<Height> renamed = new ArrayList<>(bars.heights());
            renamed.set(0, new Height(name, renamed.get(0).values()));
            return new Chart(new Bars(bars.names(), renamed), look);
        }
        List<Series> renamed = new ArrayList<>(curves("named(name)").series());
        Series first = renamed.get(0);
        renamed.set(0, new Series(name, first.x(), first.y(), first.line(), first.marks()));
        return new Chart(new Curves(renamed), look);
    }

    /** Each point of the lines marked. */
    public Chart marked() {
        return new Chart(
                new Curves(curves("marked()").series().stream()
                        .map(each -> new Series(each.name(), each.x(), each.y(), each.line(), true))
                        .toList()),
                look);
    }

    /** The same with hover and zoom where the front end knows Vega-Lite, and as a picture where it does not. */
    public InteractiveChart interactive() {
        return new InteractiveChart(VegaLiteSpec.of(content, look), this);
    }

    /** XChart's own chart with the same data and look, to change what is not offered here. */
    public org.knowm.xchart.internal.chartpart.Chart<?, ?> xchart() {
        return Drawing.of(content, look);
    }

    @Override
    public MimeBundle toMimeBundle() {
        return picture().bundle();
    }

    @Override
    public String toString() {
        return words();
    }

    MimeBundle still() {
        return picture().still();
    }

    String words() {
        return Words.of(content, look);
    }

    private ThemedPicture picture() {
        if (content instanceof Matrix matrix) {
            return picture(new MatrixDrawing(matrix, look)::paint, null);
        } else if (content instanceof Curves curves) {
            CurvesDrawing drawing = new CurvesDrawing(curves, look);
            boolean many = drawing.shapes() > MANY_SHAPES;
            ThemedPicture picture = picture(
                    drawing::paint, many ? new Layers(drawing::frame, drawing::data, drawing.sharpness()) : null);
            return drawing.isDense() ? picture.coarse() : picture;
        }
        var chart = xchart();
        return picture(graphics -> chart.paint(graphics, look.width(), look.height()), null);
    }

    private ThemedPicture picture(Consumer<Graphics2D> paint, @Nullable Layers layers) {
        return new ThemedPicture(paint, layers, look.width(), look.height(), words());
    }

    private Chart with(Series more) {
        List<Series> all = new ArrayList<>(curves("with").series());
        all.add(more);
        return new Chart(new Curves(all), look);
    }

    private double[] places(Object x) {
        if (Times.are(x) != look.dates()) {
            throw new IllegalArgumentException(
                    look.dates()
                            ? "The x axis is of dates; give LocalDate, LocalDateTime or Instant here too."
                            : "The x axis is of numbers; dates have no place on it. Begin with the series over dates.");
        }
        return Times.places(x);
    }

    private Curves curves(String what) {
        if (content instanceof Curves curves) {
            return curves;
        }
        String kind =
                content instanceof Bins ? "A histogram" : content instanceof Matrix ? "A heat map" : "A bar chart";
        throw new IllegalStateException(kind + " has no " + what + "; it is for plot and scatter.");
    }

    static @Nullable String label(@Nullable String name) {
        return name == null || name.isBlank() ? null : name;
    }
}
