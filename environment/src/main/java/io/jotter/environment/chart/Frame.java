package io.jotter.environment.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** What surrounds the data: no box, quiet grid lines, small clear words. */
final class Frame {
    private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Wide: a page's own letters may be wider than those that XChart measures. */
    private static final int LEGEND_GAP = 18;

    /** The part of the plot's sides that values take. */
    static final double CONTENT = 0.96;

    private Frame() {}

    static void style(AxesChartStyler styler, Look look) {
        boolean titled = look.title() != null && !look.title().isBlank();
        styler.setLocale(Locale.ROOT);
        styler.setBaseFont(WORDS);
        styler.setChartBackgroundColor(Palette.NONE).setPlotBackgroundColor(Palette.NONE);
        styler.setChartFontColor(Palette.INK).setPlotBorderVisible(false).setChartPadding(8);
        styler.setChartTitleVisible(titled).setChartTitleBoxVisible(false);
        styler.setChartTitleFont(WORDS.deriveFont(Font.BOLD, 14f)).setChartTitleFontColor(Palette.INK);
        styler.setAntiAlias(true).setTextAntiAlias(true);
        styler.setXAxisTitleColor(Palette.INK).setYAxisTitleColor(Palette.INK);
        styler.setAxisTitleFont(WORDS).setAxisTickLabelsFont(WORDS.deriveFont(11f));
        styler.setXAxisTitleVisible(look.xLabel() != null).setYAxisTitleVisible(look.yLabel() != null);
        styler.setAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarksColor(Palette.GRID)
                .setXAxisTickMarksColor(Palette.GRID)
                .setYAxisTickMarksColor(Palette.GRID)
                .setXAxisTickLabelsColor(Palette.INK)
                .setYAxisTickLabelsColor(Palette.INK)
                .setAxisTickMarkLength(4)
                .setAxisTickMarksStroke(new BasicStroke(1))
                .setPlotGridLinesColor(Palette.GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setXAxisTickMarkSpacingHint(90)
                .setYAxisTickMarkSpacingHint(50)
                .setXAxisLogarithmic(look.logX())
                .setYAxisLogarithmic(look.logY());
        styler.setPlotContentSize(CONTENT);
    }

    static void legend(AxesChart<?, ?> chart, Look look, boolean several) {
        boolean shown = look.legend() == null ? several : look.legend();
        var styler = chart.getStyler();
        styler.setLegendVisible(shown);
        styler.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBackgroundColor(Palette.NONE).setLegendBorderColor(Palette.NONE);
        styler.setLegendFont(WORDS).setLegendPadding(LEGEND_GAP);
        // long enough to tell one dash from another
        styler.setLegendSeriesLineLength(36);
    }
}
