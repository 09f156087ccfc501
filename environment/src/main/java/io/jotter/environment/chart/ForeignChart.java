package io.jotter.environment.chart;

import io.jotter.api.MimeBundle;
import java.awt.Color;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.theme.XChartTheme;

/**
 * A reader's own XChart chart, as it was styled; where its background was left white and its words dark, the page's colours
 * stand for them, so that it is no white box in the dark theme.
 */
public final class ForeignChart {
    /** What XChart's own themes put behind everything. */
    private static final Set<Color> PLAIN = Set.of(Color.WHITE, new XChartTheme().getChartBackgroundColor());

    private static final Pattern BOX = Pattern.compile("(<rect [^>]*)fill:rgb\\((%s)\\)".formatted(channels(PLAIN)));
    private static final Pattern DARK = Pattern.compile("rgb\\((0,0,0|64,64,64|105,105,105)\\)");

    private ForeignChart() {}

    /** As HTML, SVG and PNG. */
    public static MimeBundle bundle(Chart<?, ?> chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        // in a pie the words lie on the slices, whose colours stay
        boolean plain =
                chart instanceof AxesChart && PLAIN.contains(chart.getStyler().getChartBackgroundColor());
        return new ThemedPicture(graphics -> chart.paint(graphics, width, height), null, width, height, words(chart))
                .with(plain ? ForeignChart::themed : UnaryOperator.identity())
                .bundle();
    }

    private static String themed(String svg) {
        return DARK.matcher(BOX.matcher(svg).replaceAll("$1fill:none")).replaceAll("currentColor");
    }

    private static String channels(Set<Color> colours) {
        return colours.stream()
                .map(each -> each.getRed() + "," + each.getGreen() + "," + each.getBlue())
                .collect(Collectors.joining("|"));
    }

    /** What the chart shows, for those who do not see it. */
    private static String words(Chart<?, ?> chart) {
        String title = chart.getTitle();
        return title == null || title.isBlank() ? "Chart" : "Chart “" + title + "”";
    }
}
