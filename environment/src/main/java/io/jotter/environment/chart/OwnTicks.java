package io.jotter.environment.chart;

import io.jotter.environment.chart.TimeTicks.Tick;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/**
 * Grid lines where XChart has none that read well: at dates, and at the decades of a logarithmic axis, of which XChart draws
 * every ninth part. XChart keeps the room and, but for dates, the words.
 */
final class OwnTicks {
    /** Up to so many decades the parts of each can be told apart. */
    private static final double FEW_DECADES = 2;

    private static final int DATE_WIDTH = 80;
    private static final double BELOW_PLOT = 19;

    private final XYChart frame;
    private final Look look;
    private final double[] x;
    private final double[] y;
    private final boolean decadesX;
    private final boolean decadesY;

    private OwnTicks(XYChart frame, Look look, double[] x, double[] y) {
        this.frame = frame;
        this.look = look;
        this.x = x;
        this.y = y;
        this.decadesX = look.logX() && decades(x) > FEW_DECADES;
        this.decadesY = look.logY() && decades(y) > FEW_DECADES;
    }

    /** Takes from the frame what will be drawn here. */
    static OwnTicks instead(XYChart frame, List<Series> placeable, Look look) {
        var styler = frame.getStyler();
        double[] x = extent(
                placeable.stream()
                        .flatMapToDouble(each -> DoubleStream.of(each.x()))
                        .toArray(),
                styler.getXAxisMin(),
                styler.getXAxisMax());
        double[] y = extent(
                placeable.stream()
                        .flatMapToDouble(each -> DoubleStream.of(each.y()))
                        .toArray(),
                styler.getYAxisMin(),
                styler.getYAxisMax());
        OwnTicks ticks = new OwnTicks(frame, look, x, y);
        if (ticks.hasDates() || ticks.decadesX) {
            styler.setPlotGridVerticalLinesVisible(false);
        }
        if (ticks.decadesY) {
            styler.setPlotGridHorizontalLinesVisible(false);
        }
        if (ticks.hasDates()) {
            styler.setAxisTicksMarksVisible(false);
            styler.setXAxisTickLabelsColor(Palette.NONE);
        }
        return ticks;
    }

    /** Only after XChart has painted the frame, which finds out where things are. */
    void paint(Graphics2D graphics) {
        graphics.setStroke(new BasicStroke(1));
        double[] across = around(x, frame::getScreenXFromChart);
        double[] along = around(y, frame::getScreenYFromChart);
        if (hasDates()) {
            int most = Math.max(2, (int) ((across[1] - across[0]) / DATE_WIDTH));
            for (Tick tick : TimeTicks.between(x[0], x[1], most)) {
                double at = frame.getScreenXFromChart(tick.place());
                line(graphics, at, along[0], at, along[1]);
                word(graphics, tick.label(), at, along[0] + BELOW_PLOT);
            }
        }
        if (decadesX) {
            for (double decade : decadesWithin(x)) {
                double at = frame.getScreenXFromChart(decade);
                line(graphics, at, along[0], at, along[1]);
            }
        }
        if (decadesY) {
            for (double decade : decadesWithin(y)) {
                double at = frame.getScreenYFromChart(decade);
                line(graphics, across[0], at, across[1], at);
            }
        }
    }

    private boolean hasDates() {
        return look.dates() && x[1] > x[0];
    }

    static double[] decadesWithin(double[] extent) {
        return IntStream.rangeClosed((int) Math.floor(Math.log10(extent[0])), (int) Math.ceil(Math.log10(extent[1])))
                .mapToDouble(power -> Math.pow(10, power))
                .filter(decade -> decade >= extent[0] * (1 - 1e-9) && decade <= extent[1] * (1 + 1e-9))
                .toArray();
    }

    private static double decades(double[] extent) {
        return Math.log10(extent[1] / extent[0]);
    }

    private static double[] extent(double[] values, @Nullable Double least, @Nullable Double most) {
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
        return new double[] {
            least != null ? least : DoubleStream.of(finite).min().orElse(0),
            most != null ? most : DoubleStream.of(finite).max().orElse(0)
        };
    }

    /** From edge to edge of the plot, of which the values take {@link Frame#CONTENT}. */
    private static double[] around(double[] extent, DoubleUnaryOperator toScreen) {
        double first = toScreen.applyAsDouble(extent[0]);
        double last = toScreen.applyAsDouble(extent[1]);
        double room = (last - first) * (1 - Frame.CONTENT) / 2 / Frame.CONTENT;
        return new double[] {first - room, last + room};
    }

    private static void line(Graphics2D graphics, double x1, double y1, double x2, double y2) {
        graphics.setColor(Palette.GRID);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private void word(Graphics2D graphics, String text, double middle, double baseline) {
        Font font = frame.getStyler().getAxisTickLabelsFont();
        Shape letters = new TextLayout(text, font, graphics.getFontRenderContext()).getOutline(null);
        double width = letters.getBounds2D().getWidth();
        double left = Math.max(2, Math.min(middle - width / 2, look.width() - width - 2));
        graphics.setColor(Palette.INK);
        graphics.fill(AffineTransform.getTranslateInstance(left, baseline).createTransformedShape(letters));
    }
}
