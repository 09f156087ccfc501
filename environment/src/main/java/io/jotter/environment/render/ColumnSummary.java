package io.jotter.environment.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What is in each column of a table: least, middle and greatest of numbers, how many differ of others. */
final class ColumnSummary {
    /** More would keep the reader waiting for what is folded away. */
    private static final long MOST_VALUES = 200_000;

    private static final List<String> HEADERS =
            List.of("column", "values", "missing", "least", "mean", "greatest", "different");

    private ColumnSummary() {}

    /** Folded; of a large table, how to ask for it. */
    static String html(Table table, List<Column<?>> columns) {
        if (table.rowCount() == 0) {
            return "";
        }
        String start =
                "<details style=\"margin:4px 0;color:var(--jp-ui-font-color1, inherit)\"><summary>summary</summary>";
        if ((long) table.rowCount() * columns.size() > MOST_VALUES) {
            return start
                    + "<p>The table is large; <code>summary()</code> of it or of a column computes one.</p></details>";
        }
        List<Boolean> numeric = new ArrayList<>(Collections.nCopies(HEADERS.size(), true));
        numeric.set(0, false);
        HtmlTable html = new HtmlTable("", HEADERS, List.of(), numeric);
        for (Column<?> column : columns) {
            html.row(row(column), numeric);
        }
        return start + html.finished() + "</details>";
    }

    private static List<String> row(Column<?> column) {
        int missing = column.countMissing();
        List<String> cells = new ArrayList<>(List.of(column.name(), count(column.size() - missing), count(missing)));
        if (column instanceof NumericColumn<?> numbers && missing < column.size()) {
            cells.addAll(List.of(number(numbers.min()), number(numbers.mean()), number(numbers.max())));
        } else {
            cells.addAll(List.of("–", "–", "–"));
        }
        cells.add(count(column.countUnique()));
        return cells;
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e12
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
