package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw column, as the table that it would be alone. */
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class ColumnRenderer implements Renderer<Column> {
    private final TableRenderer tables = new TableRenderer();

    @Override
    public Class<Column> type() {
        return Column.class;
    }

    @Override
    public MimeBundle render(Column column) {
        return tables.render(Table.create(column));
    }
}
