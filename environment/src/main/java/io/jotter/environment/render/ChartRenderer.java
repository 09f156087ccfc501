package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.jfree.svg.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;

/** An XChart chart as SVG, which stays sharp, and as PNG, for where SVG is not shown. */
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class ChartRenderer implements Renderer<Chart> {
    private static final int PNG_SCALE = 2;

    @Override
    public Class<Chart> type() {
        return Chart.class;
    }

    @Override
    public MimeBundle render(Chart chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        SVGGraphics2D svg = new SVGGraphics2D(width, height);
        chart.paint(svg, width, height);
        BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(PNG_SCALE, PNG_SCALE);
        chart.paint(graphics, width, height);
        graphics.dispose();
        String size = "{\"width\":" + width + ",\"height\":" + height + "}";
        return MimeBundle.text(words(chart))
                .with(MimeBundle.SVG, described(svg.getSVGElement(), words(chart)))
                .with(MimeBundle.PNG, ImageRenderer.png(image))
                .withMetadata(MimeBundle.PNG, size);
    }

    /** What the chart shows, for those who do not see it. */
    private static String words(Chart<?, ?> chart) {
        String title = chart.getTitle();
        return title == null || title.isBlank() ? "Chart" : "Chart “" + title + "”";
    }

    private static String described(String svg, String words) {
        String text = HtmlTable.escape(words);
        return svg.replaceFirst(
                "<svg ", java.util.regex.Matcher.quoteReplacement("<svg role=\"img\" aria-label=\"" + text + "\" "));
    }
}
