package io.jotter.environment.figure;

import java.util.Locale;

/** What HTML and SVG need of every text and number. */
final class Markup {
    /** The page's text colour in JupyterLab, in whichever theme; elsewhere the surrounding one. */
    static final String INK = "color:var(--jp-content-font-color1, inherit)";

    private Markup() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A coordinate: a tenth of a pixel is enough. */
    static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
    }
}
