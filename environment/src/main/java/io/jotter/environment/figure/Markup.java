package io.jotter.environment.figure;

/** What HTML and SVG need of every text and number. */
public final class Markup {
    /** The page's text colour in JupyterLab, in whichever theme; elsewhere the surrounding one. */
    static final String INK = "color:var(--jp-content-font-color1, inherit)";

    private Markup() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A coordinate: a tenth of a pixel is enough. */
    static String px(double value) {
        // a chart has thousands of them, ten times a second
        long tenths = Math.round(value * 10);
        long fraction = Math.abs(tenths % 10);
        String whole = tenths < 0 && tenths > -10 ? "-0" : Long.toString(tenths / 10);
        return fraction == 0 ? Long.toString(tenths / 10) : whole + "." + fraction;
    }
}
