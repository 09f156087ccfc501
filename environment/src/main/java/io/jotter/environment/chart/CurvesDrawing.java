package io.jotter.environment.chart;

import io.jotter.environment.chart.Content.Curves;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;

/**
 * Lines and points in XChart's frame. They are drawn here, a line as one path: XChart draws each piece by itself, which loses
 * the dashes and makes a hundred times the SVG.
 */
final class CurvesDrawing {
    /** So many marks are drawn a mark each; of more, each is small and lets the others through. */
    private static final int MANY = 2_000;

    private static final int CROWD = 20_000;
    private static final int DENSE = 1_500;
    private static final BasicStroke DENSE_LINE = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    private static final double MARK = 7;
    private static final double CROWDED_MARK = 2.3;

    private final List<Series> series;
    private final Look look;
    private final XYChart frame;
    private final OwnTicks ticks;
    private final long points;

    CurvesDrawing(Curves curves, Look look) {
        this.series = curves.series().stream()
                .map(each -> each.placeable(look.logX(), look.logY()))
                .map(each -> each.line() && !each.marks() ? Thinning.line(each, look.width()) : each)
                .toList();
        this.look = look;
        this.frame = Drawing.frameOf(curves, look);
        this.ticks = OwnTicks.instead(frame, series, look);
        this.points = shapes();
    }

    /** How many shapes the data are; a line is one. */
    long shapes() {
        return series.stream()
                .filter(Series::marks)
                .mapToLong(each -> each.x().length)
                .sum();
    }

    /** Whether a line goes to and fro within pixels. */
    boolean isDense() {
        return series.stream().anyMatch(each -> each.line() && each.x().length > DENSE);
    }

    /** Pixels of the picture to one of the page; a crowd would be as large as all the rest of a notebook. */
    int sharpness() {
        return points > CROWD ? 1 : 2;
    }

    void paint(Graphics2D graphics) {
        frame(graphics);
        data(graphics);
    }

    void frame(Graphics2D graphics) {
        frame.paint(graphics, look.width(), look.height());
        graphics.setClip(new Rectangle(0, 0, look.width(), look.height()));
        ticks.paint(graphics);
    }

    /** Only after {@link #frame}, which finds out where things are. */
    void data(Graphics2D graphics) {
        graphics.setClip(new Rectangle(0, 0, look.width(), look.height()));
        for (int i = 0; i < series.size(); i++) {
            Series each = series.get(i);
            if (each.visible() > 0) {
                DoubleUnaryOperator toX = along(each.x(), frame::getScreenXFromChart, look.logX());
                DoubleUnaryOperator toY = along(each.y(), frame::getScreenYFromChart, look.logY());
                if (each.line()) {
                    line(graphics, each, toX, toY, i);
                }
                if (each.marks() || each.visible() == 1) { // a line through one point is none
                    marks(graphics, each, toX, toY, i);
                }
            }
        }
    }

    private static void line(
            Graphics2D graphics, Series series, DoubleUnaryOperator toX, DoubleUnaryOperator toY, int index) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < series.x().length; i++) {
            boolean there = Double.isFinite(series.y()[i]);
            if (there && drawing) {
                path.lineTo(toX.applyAsDouble(series.x()[i]), toY.applyAsDouble(series.y()[i]));
            } else if (there) {
                path.moveTo(toX.applyAsDouble(series.x()[i]), toY.applyAsDouble(series.y()[i]));
            }
            drawing = there;
        }
        graphics.setColor(Palette.colour(index));
        if (series.x().length > DENSE) {
            // where a line goes to and fro within a pixel, smooth edges cost more than all the rest and are not seen
            Object before = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            graphics.setStroke(DENSE_LINE);
            graphics.draw(path);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
        } else {
            graphics.setStroke(Palette.line(index));
            graphics.draw(path);
        }
    }

    private void marks(
            Graphics2D graphics, Series series, DoubleUnaryOperator toX, DoubleUnaryOperator toY, int index) {
        if (points > CROWD) {
            crowd(graphics, series, toX, toY, index);
            return;
        }
        double size = points > MANY ? MARK / 2 : MARK;
        Path2D mark = Marks.of(index);
        mark.transform(AffineTransform.getScaleInstance(size / 2, size / 2));
        graphics.setColor(points > MANY ? faint(index, 150) : Palette.colour(index));
        Path2D all = new Path2D.Double();
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i])) {
                AffineTransform there = AffineTransform.getTranslateInstance(
                        toX.applyAsDouble(series.x()[i]), toY.applyAsDouble(series.y()[i]));
                if (points > MANY) {
                    // one by one, so that the crowded places are darker
                    graphics.fill(mark.createTransformedShape(there));
                } else {
                    all.append(mark.getPathIterator(there), false);
                }
            }
        }
        graphics.fill(all);
    }

    /** Copies of one dot on whole pixels of the device, which is ten times as fast as to draw each. */
    private static void crowd(
            Graphics2D graphics, Series series, DoubleUnaryOperator toX, DoubleUnaryOperator toY, int index) {
        AffineTransform before = graphics.getTransform();
        double scale = before.getScaleX();
        int side = (int) Math.ceil(CROWDED_MARK * scale) + 1;
        BufferedImage dot = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D onDot = dot.createGraphics();
        onDot.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        onDot.setColor(faint(index, 100));
        onDot.fill(new Ellipse2D.Double(0.5, 0.5, CROWDED_MARK * scale, CROWDED_MARK * scale));
        onDot.dispose();
        graphics.setTransform(new AffineTransform());
        for (int i = 0; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i])) {
                int x = (int) Math.round(toX.applyAsDouble(series.x()[i]) * scale - side / 2.0);
                int y = (int) Math.round(toY.applyAsDouble(series.y()[i]) * scale - side / 2.0);
                graphics.drawImage(dot, x, y, null);
            }
        }
        graphics.setTransform(before);
    }

    private static Color faint(int index, int alpha) {
        Color colour = Palette.colour(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** XChart says for one value where it is; for a hundred thousand, two of them say it for all. */
    private static DoubleUnaryOperator along(double[] values, DoubleUnaryOperator exact, boolean logarithmic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double first = exact.applyAsDouble(low);
        double last = exact.applyAsDouble(high);
        double from = logarithmic ? Math.log10(low) : low;
        double span = (logarithmic ? Math.log10(high) : high) - from;
        if (!(span > 0)) {
            return value -> first;
        }
        return value -> first + ((logarithmic ? Math.log10(value) : value) - from) / span * (last - first);
    }
}
