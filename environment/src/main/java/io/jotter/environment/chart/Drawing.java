package io.jotter.environment.chart;

import io.jotter.environment.chart.Content.Bars;
import io.jotter.environment.chart.Content.Bins;
import io.jotter.environment.chart.Content.Curves;
import io.jotter.environment.chart.Content.Height;
import io.jotter.environment.chart.Content.Matrix;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Content as XChart's chart with a look of our own. */
final class Drawing {
    /** Beside the extremes: a value that makes the distances differ, else XChart puts a label on each. */
    private static final double UNEVEN = 0.37;

    private static final double HALF_A_DAY = 12 * 3_600_000.0;

    private final Look look;

    private Drawing(Look look) {
        this.look = look;
    }

    static Chart<?, ?> of(Content content, Look look) {
        Drawing drawing = new Drawing(look);
        if (content instanceof Curves curves) {
            return drawing.curves(curves, curves);
        } else if (content instanceof Bins bins) {
            return drawing.bins(bins);
        } else if (content instanceof Bars bars) {
            return drawing.bars(bars);
        }
        return drawing.matrix((Matrix) content);
    }

    /** The axes and the legend for curves, without them. */
    static XYChart frameOf(Curves curves, Look look) {
        List<Series> placeable = curves.series().stream()
                .map(each -> each.placeable(look.logX(), look.logY()))
                .toList();
        Drawing drawing = new Drawing(look);
        // for the legend, a point of each
        boolean named = look.legend() == null ? placeable.size() > 1 : look.legend();
        List<Series> first = named ? placeable.stream().map(Thinning::first).toList() : List.of();
        XYChart chart = drawing.curves(new Curves(first), new Curves(placeable));
        for (int i = 0; i < placeable.size(); i++) {
            if (placeable.get(i).visible() > 0) {
                Series extent = extent(placeable.get(i));
                XYSeries added = chart.addSeries("the extent of series " + i, extent.x(), extent.y());
                added.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.NONE);
                added.setShowInLegend(false);
            }
        }
        return chart;
    }

    /** What wants the same axes as the whole. */
    private static Series extent(Series series) {
        Series extremes = Thinning.outermost(series);
        int count = extremes.x().length;
        double[] x = Arrays.copyOf(extremes.x(), count + 1);
        double[] y = Arrays.copyOf(extremes.y(), count + 1);
        double low = Arrays.stream(extremes.x()).min().orElse(0);
        double high = Arrays.stream(extremes.x()).max().orElse(0);
        x[count] = low + UNEVEN * (high - low);
        y[count] = Double.NaN;
        return new Series(series.name(), x, y, false, false);
    }

    /**
     * @param curves what is drawn
     * @param all what the axes are for
     */
    private XYChart curves(Curves curves, Curves all) {
        XYChart chart = frame();
        List<Series> series = curves.series();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < series.size(); i++) {
            Series placeable = series.get(i).placeable(look.logX(), look.logY());
            if (placeable.visible() > 0) {
                XYSeries added = chart.addSeries(unique(placeable.name(), names), placeable.x(), placeable.y());
                style(added, placeable, i);
            }
        }
        double[] shown = all.series().stream()
                .map(each -> each.placeable(look.logX(), look.logY()))
                .flatMapToDouble(each -> Arrays.stream(each.y()))
                .filter(Double::isFinite)
                .toArray();
        if (shown.length == 0) {
            span(chart, look.logX() ? 1 : 0, look.logX() ? 10 : 1, look.logY() ? 1 : 0, look.logY() ? 10 : 1);
        } else if (Arrays.stream(shown).allMatch(y -> y == shown[0]) && !look.logY()) {
            double room = Math.max(Math.abs(shown[0]) * 0.1, 0.5);
            chart.getStyler().setYAxisMin(shown[0] - room).setYAxisMax(shown[0] + room);
        }
        double[] places = all.series().stream()
                .flatMapToDouble(each -> Arrays.stream(each.x()))
                .distinct()
                .limit(2)
                .toArray();
        if (shown.length > 0 && places.length == 1 && !look.logX()) {
            double room = look.dates() ? HALF_A_DAY : 0.5;
            chart.getStyler().setXAxisMin(places[0] - room).setXAxisMax(places[0] + room);
        }
        if (look.dates()) {
            chart.getStyler().setXAxisTickLabelsFormattingFunction(Times::text);
        }
        Frame.legend(chart, look, shown.length > 0 && series.size() > 1);
        chart.getStyler().setMarkerSize(6);
        return chart;
    }

    private static void style(XYSeries added, Series series, int index) {
        Color colour = Palette.colour(index);
        // points as a line without a stroke: beside a scatter's symbol XChart's legend leaves less room than it takes
        added.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        added.setLineColor(colour).setLineStyle(series.line() ? Palette.line(index) : SeriesLines.NONE);
        added.setMarker(series.marks() ? Palette.mark(index) : SeriesMarkers.NONE)
                .setMarkerColor(colour);
    }

    private Chart<?, ?> bins(Bins bins) {
        XYChart chart = frame();
        int count = bins.counts().length;
        double[] x = new double[4 * count + 1];
        double[] y = new double[4 * count + 1];
        for (int i = 0; i < count; i++) {
            for (int corner = 0; corner < 4; corner++) {
                x[4 * i + corner] = bins.edges()[corner < 2 ? i : i + 1];
                y[4 * i + corner] = corner == 1 || corner == 2 ? bins.counts()[i] : 0;
            }
        }
        x[4 * count] = bins.edges()[0] + UNEVEN * (bins.edges()[count] - bins.edges()[0]);
        y[4 * count] = Double.NaN;
        XYSeries added = chart.addSeries(bins.name(), x, y);
        added.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        added.setLineColor(Palette.colour(0)).setLineWidth(1.2f);
        added.setFillColor(faint(Palette.colour(0), 150));
        added.setMarker(SeriesMarkers.NONE);
        double most = Arrays.stream(bins.counts()).max().orElse(0);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(Math.max(1, most * 1.05));
        Frame.legend(chart, look, false);
        return chart;
    }

    private Chart<?, ?> bars(Bars bars) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(look.width())
                .height(look.height())
                .title(words(look.title()))
                .xAxisTitle(words(look.xLabel()))
                .yAxisTitle(words(look.yLabel()))
                .build();
        Frame.style(chart.getStyler(), look);
        boolean crowded = crowded(bars);
        chart.getStyler().setAvailableSpaceFill(0.72).setXAxisLabelRotation(crowded ? 45 : 0);
        // XChart leaves names out that are nearer to each other than the hint says, and those of bars are not to be
        // guessed
        chart.getStyler().setXAxisTickMarkSpacingHint(crowded ? 16 : 1);
        chart.getStyler().setPlotGridVerticalLinesVisible(false).setPlotContentSize(0.96);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < bars.heights().size(); i++) {
            Height height = bars.heights().get(i);
            List<Double> values = Arrays.stream(height.values())
                    .mapToObj(value -> Double.isFinite(value) ? (Double) value : null)
                    .toList();
            chart.addSeries(unique(height.name(), names), distinct(bars.names()), values)
                    .setFillColor(Palette.colour(i));
        }
        double[] all = bars.heights().stream()
                .flatMapToDouble(each -> Arrays.stream(each.values()))
                .filter(Double::isFinite)
                .toArray();
        // bars tell by their length: they start at nothing
        if (!look.logY()) {
            double least = Arrays.stream(all).min().orElse(0);
            double most = Arrays.stream(all).max().orElse(1);
            chart.getStyler()
                    .setYAxisMin(Math.min(0, least * 1.05))
                    .setYAxisMax(Math.max(most * 1.05, least < 0 ? 0 : 1e-12));
        }
        Frame.legend(chart, look, bars.heights().size() > 1);
        return chart;
    }

    private boolean crowded(Bars bars) {
        int longest = bars.names().stream().mapToInt(String::length).max().orElse(0);
        return longest * 7 * bars.names().size() > look.width() - 80;
    }

    private Chart<?, ?> matrix(Matrix matrix) {
        XYChart chart = frame();
        int rows = matrix.rows().length;
        // XChart draws nothing without a series; the picture is laid over the frame
        XYSeries corners = chart.addSeries(
                "corners", new double[] {-0.5, matrix.columns() - 0.5}, new double[] {-0.5, rows - 0.5});
        corners.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        corners.setMarker(SeriesMarkers.NONE);
        span(chart, -0.5, matrix.columns() - 0.5, -0.5, rows - 0.5);
        chart.getStyler()
                .setPlotGridLinesVisible(false)
                .setPlotMargin(0)
                .setXAxisTickLabelsFormattingFunction(Drawing::whole)
                .setYAxisTickLabelsFormattingFunction(y -> whole(rows - 1 - y));
        chart.getStyler().setPlotContentSize(1);
        Frame.legend(chart, look.withLegend(false), false);
        return chart;
    }

    private static String whole(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : " ";
    }

    private XYChart frame() {
        XYChart chart = new XYChartBuilder()
                .width(look.width())
                .height(look.height())
                .title(words(look.title()))
                .xAxisTitle(words(look.xLabel()))
                .yAxisTitle(words(look.yLabel()))
                .build();
        Frame.style(chart.getStyler(), look);
        return chart;
    }

    private static void span(XYChart chart, double left, double right, double bottom, double top) {
        chart.getStyler()
                .setXAxisMin(left)
                .setXAxisMax(right)
                .setYAxisMin(bottom)
                .setYAxisMax(top);
    }

    /** XChart takes no name twice. */
    private static String unique(String name, Set<String> taken) {
        String tried = name.isEmpty() ? " " : name;
        for (int i = 2; !taken.add(tried); i++) {
            tried = name + " (" + i + ")";
        }
        return tried;
    }

    private static List<String> distinct(List<String> names) {
        Set<String> taken = new HashSet<>();
        return names.stream().map(name -> unique(name, taken)).toList();
    }

    private static String words(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static Color faint(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }
}
