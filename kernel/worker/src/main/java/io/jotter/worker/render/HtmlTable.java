package io.jotter.worker.render;

import java.util.List;

/** A small table in the theme's own colours. All that goes into it is text: it is escaped here, so that data cannot run. */
final class HtmlTable {
    static final String DIM = "color:var(--jp-ui-font-color2, #6b6b6b);font-weight:normal";
    private static final String RULE = "1px solid var(--jp-border-color2, #bdbdbd)";
    private static final String CELL = "padding:2px 10px;vertical-align:top;max-width:60em;overflow-wrap:anywhere;";

    private final StringBuilder html = new StringBuilder(1024);

    HtmlTable(String caption) {
        html.append("<table style=\"border-collapse:collapse;font-size:var(--jp-ui-font-size1, 13px);"
                        + "color:var(--jp-ui-font-color0, inherit)\"><caption style=\"caption-side:top;text-align:left;"
                        + "white-space:nowrap;padding:0 0 4px;")
                .append(DIM)
                .append("\">")
                .append(escape(caption))
                .append("</caption>");
    }

    /**
     * The names of the columns.
     *
     * @param below a row of the table, by whose cells they are aligned
     */
    void head(List<String> names, List<Cell> below) {
        html.append("<thead><tr>");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            html.append("<th scope=\"col\" style=\"white-space:nowrap;text-align:")
                    .append(align(i < below.size() && below.get(i).number()))
                    .append(';')
                    .append(CELL)
                    .append("border-bottom:")
                    .append(RULE)
                    .append("\">")
                    .append(escape(name))
                    .append("</th>");
        }
        html.append("</tr></thead>");
    }

    /** A row whose first cell names it. */
    void named(String name, Cell value) {
        html.append("<tr><th scope=\"row\" style=\"text-align:left;font-weight:600;")
                .append(CELL)
                .append("\">")
                .append(escape(name))
                .append("</th>");
        cell(value);
        html.append("</tr>");
    }

    void row(List<Cell> cells) {
        html.append("<tr>");
        cells.forEach(this::cell);
        html.append("</tr>");
    }

    /** Stands for what is left out. */
    void gap(int columns, String words) {
        html.append("<tr><td colspan=\"")
                .append(columns)
                .append("\" style=\"text-align:left;")
                .append(CELL)
                .append(DIM)
                .append("\">")
                .append(escape(words))
                .append("</td></tr>");
    }

    String finished() {
        return html + "</table>";
    }

    private void cell(Cell cell) {
        html.append("<td style=\"text-align:")
                .append(align(cell.number()))
                .append(';')
                .append(CELL)
                .append("font-variant-numeric:tabular-nums\">")
                .append(escape(cell.text()))
                .append("</td>");
    }

    private static String align(boolean number) {
        return number ? "right" : "left";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
