package io.jotter.worker.render;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists and arrays as small tables, and long rows of values folded away behind their count. Only so many elements are
 * looked at as are shown.
 */
final class CollectionHtml {
    private static final int MOST_ROWS = 20;
    private static final int MOST_COLUMNS = 20;
    private static final int FOLDED = 1_000;
    /** A text shorter than this is its own best picture. */
    private static final int ONE_LINE = 100;

    private CollectionHtml() {}

    static Optional<String> ofMap(Map<?, ?> map) {
        if (map.isEmpty()) {
            return Optional.empty();
        }
        int size = map.size();
        HtmlTable table = new HtmlTable(counted(map, size, "entry", "entries"));
        Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
        for (int i = 0; i < MOST_ROWS && each.hasNext(); i++) {
            Map.Entry<?, ?> entry = each.next();
            Cell value = Cell.of(entry.getValue());
            if (i == 0) {
                table.head(List.of("key", "value"), List.of(new Cell("", false), value));
            }
            table.named(Cell.of(entry.getKey()).text(), value);
        }
        gap(table, size, 2);
        return Optional.of(table.finished());
    }

    static Optional<String> ofCollection(Collection<?> values) {
        return ofElements(values, first(values.iterator(), FOLDED), values.size());
    }

    static Optional<String> ofArray(Object array) {
        int length = Array.getLength(array);
        if (length > 0 && array instanceof Object[] rows && isMatrix(rows)) {
            return Optional.of(matrix(rows));
        }
        List<@Nullable Object> some = new ArrayList<>();
        for (int i = 0; i < Math.min(length, FOLDED); i++) {
            some.add(Array.get(array, i));
        }
        return ofElements(array, some, length);
    }

    private static Optional<String> ofElements(Object whole, List<@Nullable Object> some, int size) {
        List<@Nullable Object> shown = some.subList(0, Math.min(MOST_ROWS, some.size()));
        Optional<String> table = ofAlike(whole, shown, size);
        if (table.isPresent() || some.isEmpty()) {
            return table;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < some.size() && text.length() < 20_000; i++) {
            text.append(i == 0 ? "" : ", ").append(Cell.of(some.get(i)).text());
        }
        if (size == some.size() && text.length() <= ONE_LINE) {
            return Optional.empty();
        }
        String more = size > some.size() || text.length() >= 20_000 ? ", …" : "";
        String start = text.length() <= ONE_LINE ? text + more : text.substring(0, ONE_LINE - 20) + "…";
        return Optional.of("<details style=\"color:var(--jp-ui-font-color0, inherit)\"><summary><span style=\""
                + HtmlTable.DIM + "\">" + HtmlTable.escape(counted(whole, size, "element", "elements")) + ":</span> "
                + HtmlTable.escape(start) + "</summary><div style=\"padding:4px 16px;overflow-wrap:anywhere\">"
                + HtmlTable.escape(text + more) + "</div></details>");
    }

    /** Records and beans of one type, or maps, as rows of one table. */
    private static Optional<String> ofAlike(Object whole, List<@Nullable Object> shown, int size) {
        Object first = shown.isEmpty() ? null : shown.get(0);
        if (first == null) {
            return Optional.empty();
        }
        if (shown.stream().allMatch(each -> each instanceof Map<?, ?> map && CollectionText.fits(map))) {
            return Optional.of(maps(whole, shown, size));
        }
        if (!shown.stream().allMatch(each -> each != null && each.getClass() == first.getClass())) {
            return Optional.empty();
        }
        return Components.of(first.getClass()).map(components -> {
            HtmlTable table = new HtmlTable(counted(whole, size, "element", "elements") + " of type "
                    + first.getClass().getSimpleName());
            table.head(components.names(), cells(components, first));
            for (Object each : shown) {
                if (each != null) {
                    table.row(cells(components, each));
                }
            }
            gap(table, size, components.names().size());
            return table.finished();
        });
    }

    private static List<Cell> cells(Components components, Object of) {
        return components.values(of).stream().map(Cell::of).toList();
    }

    private static String maps(Object whole, List<@Nullable Object> shown, int size) {
        Set<@Nullable Object> keys = new LinkedHashSet<>();
        for (Object each : shown) {
            Iterator<?> own = each instanceof Map<?, ?> map
                    ? map.keySet().iterator()
                    : List.of().iterator();
            while (own.hasNext() && keys.size() < MOST_COLUMNS) {
                keys.add(own.next());
            }
        }
        HtmlTable table = new HtmlTable(counted(whole, size, "element", "elements"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Object each : shown) {
            if (each instanceof Map<?, ?> map) {
                rows.add(keys.stream()
                        .map(key -> map.containsKey(key) ? Cell.of(map.get(key)) : new Cell("–", false))
                        .toList());
            }
        }
        table.head(keys.stream().map(key -> Cell.of(key).text()).toList(), rows.get(0));
        rows.forEach(table::row);
        gap(table, size, Math.max(1, keys.size()));
        return table.finished();
    }

    private static boolean isMatrix(Object[] rows) {
        for (int i = 0; i < Math.min(rows.length, MOST_ROWS); i++) {
            boolean isRow = rows[i] != null
                    && rows[i].getClass().isArray()
                    && rows[i].getClass().getComponentType().isPrimitive();
            if (!isRow) {
                return false;
            }
        }
        return true;
    }

    private static String matrix(Object[] rows) {
        int columns = 0;
        for (int i = 0; i < Math.min(rows.length, MOST_ROWS); i++) {
            columns = Math.max(columns, Array.getLength(rows[i]));
        }
        int shown = Math.min(columns, MOST_COLUMNS);
        HtmlTable table = new HtmlTable(String.format(
                Locale.ROOT,
                "%s, %,d rows × %,d columns%s",
                rows.getClass().getSimpleName(),
                rows.length,
                columns,
                shown < columns ? ", the first " + shown + " shown" : ""));
        table.head(
                IntStream.range(0, shown).mapToObj(Integer::toString).toList(),
                Collections.nCopies(shown, new Cell("", true)));
        for (int i = 0; i < Math.min(rows.length, MOST_ROWS); i++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < shown; column++) {
                boolean there = column < Array.getLength(rows[i]);
                cells.add(there ? Cell.of(Array.get(rows[i], column)) : new Cell("", false));
            }
            table.row(cells);
        }
        gap(table, rows.length, Math.max(1, shown));
        return table.finished();
    }

    private static void gap(HtmlTable table, int size, int columns) {
        if (size > MOST_ROWS) {
            table.gap(columns, String.format(Locale.ROOT, "… %,d more", size - MOST_ROWS));
        }
    }

    private static List<@Nullable Object> first(Iterator<?> each, int most) {
        List<@Nullable Object> some = new ArrayList<>();
        while (some.size() < most && each.hasNext()) {
            some.add(each.next());
        }
        return some;
    }

    private static String counted(Object whole, int size, String one, String several) {
        String type = whole.getClass().getSimpleName();
        // of the JDK's own, such as ListN, the name says nothing
        String name =
                whole.getClass().isArray() || Modifier.isPublic(whole.getClass().getModifiers())
                        ? type
                        : whole instanceof Map
                                ? "Map"
                                : whole instanceof Set ? "Set" : whole instanceof List ? "List" : "Collection";
        return String.format(Locale.ROOT, "%s, %,d %s", name, size, size == 1 ? one : several);
    }
}
