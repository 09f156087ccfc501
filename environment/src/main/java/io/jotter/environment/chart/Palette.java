package io.jotter.environment.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colours, dashes and marks, so that series differ also without colour. The colours are those of Okabe and Ito (2008), which
 * the colour-blind tell apart, the light ones darkened until each has a contrast of 3:1 with white and with near-black.
 */
final class Palette {
    static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xBD6595),
            new Color(0xA87900),
            new Color(0x4A8FC0));

    /** Of text and axes, where the page's own ink cannot be had; between white and near-black. */
    static final Color INK = new Color(0x797979);

    static final Color GRID = new Color(INK.getRed(), INK.getGreen(), INK.getBlue(), 44);

    static final Color NONE = new Color(0, 0, 0, 0);

    private static final List<float[]> DASHES = List.of(
            new float[0], new float[] {8, 5}, new float[] {2, 4}, new float[] {10, 4, 2, 4}, new float[] {5, 3});

    private static final List<Marker> MARKS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.SQUARE,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN,
            SeriesMarkers.PLUS);

    private Palette() {}

    static Color colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    static Marker mark(int index) {
        return MARKS.get(index % MARKS.size());
    }

    static BasicStroke line(int index) {
        float[] dash = DASHES.get(index % DASHES.size());
        return dash.length == 0
                ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    static float[] dash(int index) {
        return DASHES.get(index % DASHES.size()).clone();
    }

    static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }
}
