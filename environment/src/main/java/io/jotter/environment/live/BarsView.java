package io.jotter.environment.live;

import static io.jotter.environment.figure.Markup.escape;

import io.jotter.api.MimeBundle;
import io.jotter.environment.figure.ProgressBar;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Bars as the page shows them, and as one line for a terminal.
 *
 * @param leftOut how many more have ended and are not shown
 */
record BarsView(List<Row> rows, int leftOut) {
    /**
     * One of them.
     *
     * @param depth how many stand above it that it is part of
     */
    record Row(BarState state, int depth) {
        boolean isStopped() {
            return state.end() == BarState.End.STOPPED;
        }
    }

    MimeBundle toMimeBundle() {
        return MimeBundle.html(html(), plain());
    }

    private String html() {
        String cells = rows.stream().map(BarsView::html).collect(Collectors.joining());
        return "<div style=\"display:grid;grid-template-columns:fit-content(14em) minmax(6em,20em) auto;gap:4px 12px;"
                + "align-items:center;justify-content:start;color:var(--jp-content-font-color1, inherit);"
                + "font-variant-numeric:tabular-nums\">" + cells + "</div>"
                + (leftOut == 0 ? "" : "<div>" + more() + "</div>");
    }

    private static String html(Row row) {
        BarState state = row.state();
        String name = state.name().isEmpty() ? "" : escape(state.name());
        String bar = state.hasTotal()
                ? new ProgressBar(state.name().isEmpty() ? "progress" : state.name(), state.share(), row.isStopped())
                        .html()
                : "";
        return "<span style=\"padding-left:" + 16 * row.depth() + "px\">" + name + "</span><span>" + bar
                + "</span><span>" + escape(state.says()) + "</span>";
    }

    private String plain() {
        String bars = rows.stream().map(BarsView::plain).collect(Collectors.joining(" │ "));
        return leftOut == 0 ? bars : bars + " │ " + more();
    }

    private static String plain(Row row) {
        BarState state = row.state();
        String name = state.name().isEmpty() ? "" : state.name() + " ";
        boolean drawn = state.hasTotal() && row.depth() == 0;
        String bar = drawn ? new ProgressBar("", state.share(), false).text() + " " : "";
        return name + bar + state.says();
    }

    private String more() {
        return "and " + leftOut + " more before";
    }
}
