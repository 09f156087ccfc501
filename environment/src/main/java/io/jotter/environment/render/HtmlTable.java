package io.jotter.environment.render;

import java.util.List;

/** A small table in the theme's own colours. Everything in it is text: it is escaped here and nowhere else. */
final class HtmlTable {
    private static final String RULE = "1px solid var(--jp-border-color2, #bdbdbd)";
    private static final String DIM = "color:var(--jp-ui-font-color2, #757575);font-weight:normal;";

    private final StringBuilder html = new StringBuilder();

    HtmlTable(String caption, List<String> headers, List<String> types, List<Boolean> numeric) {
        html.append("<table style=\"border-collapse:collapse;font-size:var(--jp-ui-font-size1, 13px);"
                        + "color:var(--jp-ui-font-color0, inherit)\"><caption style=\"caption-side:top;text-align:left;white-space:nowrap;"
                        + "padding:0 0 4px;")
                .append(DIM)
                .append("\">")
                .append(escape(caption))
                .append("</caption><thead><tr>");
        for (int i = 0; i < headers.size(); i++) {
            html.append("<th scope=\"col\" style=\"text-align:")
                    .append(align(numeric.get(i)))
                    .append(";padding:3px 10px;border-bottom:")
                    .append(RULE)
                    .append("\">")
                    .append(escape(headers.get(i)));
            if (!types.isEmpty()) {
                html.append("<br><small style=\"")
                        .append(DIM)
                        .append("\">")
                        .append(escape(types.get(i)))
                        .append("</small>");
            }
            html.append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    void row(List<String> cells, List<Boolean> numeric) {
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            html.append("<td style=\"text-align:")
                    .append(align(numeric.get(i)))
                    .append(";padding:2px 10px;font-variant-numeric:tabular-nums\">")
                    .append(escape(cells.get(i)))
                    .append("</td>");
        }
        html.append("</tr>");
    }

    /** Stands for rows that are left out. */
    void gap(int columns, String words) {
        html.append("<tr><td colspan=\"")
                .append(columns)
                .append("\" style=\"text-align:center;padding:2px 10px;")
                .append(DIM)
                .append("\">")
                .append(escape(words))
                .append("</td></tr>");
    }

    String finished() {
        return html + "</tbody></table>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String align(boolean numeric) {
        return numeric ? "right" : "left";
    }
}
