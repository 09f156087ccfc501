package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table by its first and last rows, with the types of its columns, what is missing in them, and its size; folded away, a
 * summary of each column. What it costs hardly grows with the number of rows.
 */
public final class TableRenderer implements Renderer<Table> {
    private static final int WHOLE_UP_TO = 20;
    private static final int AT_EITHER_END = 5;
    private static final int MOST_COLUMNS = 30;
    private static final int LONGEST_CELL = 120;

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public MimeBundle render(Table table) {
        List<Column<?>> columns = table.columns().stream().limit(MOST_COLUMNS).toList();
        List<Boolean> numeric =
                columns.stream().map(NumericColumn.class::isInstance).toList();
        HtmlTable html = new HtmlTable(
                caption(table, columns.size()),
                columns.stream().map(Column::name).toList(),
                columns.stream().map(column -> type(column)).toList(),
                numeric);
        int rows = table.rowCount();
        boolean whole = rows <= WHOLE_UP_TO;
        for (int row = 0; row < (whole ? rows : AT_EITHER_END); row++) {
            html.row(cells(columns, row), numeric);
        }
        if (!whole) {
            int hidden = rows - 2 * AT_EITHER_END;
            html.gap(columns.size(), String.format(Locale.ROOT, "… %,d more rows …", hidden));
            for (int row = rows - AT_EITHER_END; row < rows; row++) {
                html.row(cells(columns, row), numeric);
            }
        }
        return MimeBundle.html(html.finished() + ColumnSummary.html(table, columns), plain(table));
    }

    private static String caption(Table table, int shownColumns) {
        String size = String.format(Locale.ROOT, "%,d rows × %,d columns", table.rowCount(), table.columnCount());
        String cut = shownColumns < table.columnCount() ? ", the first " + shownColumns + " shown" : "";
        String name = table.name();
        return (name == null || name.isBlank() ? "" : name + ": ") + size + cut;
    }

    private static String type(Column<?> column) {
        int missing = column.countMissing();
        String name = column.type().name().toLowerCase(Locale.ROOT);
        return missing == 0 ? name : name + ", " + missing + " missing";
    }

    private static List<String> cells(List<Column<?>> columns, int row) {
        List<String> cells = new ArrayList<>();
        for (Column<?> column : columns) {
            String text = column.isMissing(row) ? "–" : column.getString(row);
            cells.add(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text);
        }
        return cells;
    }

    private static String plain(Table table) {
        String size = String.format(Locale.ROOT, "%,d rows × %,d columns", table.rowCount(), table.columnCount());
        return table.print(2 * AT_EITHER_END) + "\n" + size;
    }
}
