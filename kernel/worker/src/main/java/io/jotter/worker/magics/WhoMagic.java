package io.jotter.worker.magics;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worker's half of {@code %who}: looks into the variables that the front names, three arguments each. */
final class WhoMagic implements WorkerMagic {
    private static final int LONGEST = 60;

    /** The text of more elements takes long, and nobody reads it here. */
    private static final int MOST_ELEMENTS = 20;

    private final ClassLoader loader;

    WhoMagic(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * A line of the table.
     *
     * @param size of what has elements, else empty
     */
    private record Line(String name, String type, String size, String value) {
        List<String> cells() {
            return List.of(name, type, size, value);
        }
    }

    @Override
    public String name() {
        return "who";
    }

    @Override
    public @Nullable Object run(List<String> arguments, @Nullable String body) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Variable", "Type", "Size", "Value"));
        for (int i = 0; i + 2 < arguments.size(); i += 3) {
            lines.add(line(arguments.get(i), arguments.get(i + 1), arguments.get(i + 2)));
        }
        return (Displayable) () -> MimeBundle.html(html(lines), plain(lines));
    }

    private Line line(String name, String type, String holder) {
        try {
            Field field = Class.forName(holder, false, loader).getDeclaredField(name);
            field.setAccessible(true);
            Object value = field.get(null);
            int size = size(value);
            return new Line(name, type, size < 0 ? "" : String.valueOf(size), text(value, size));
        } catch (ReflectiveOperationException | LinkageError gone) {
            return new Line(name, type, "", "(has no value)");
        }
    }

    private static int size(@Nullable Object value) {
        try {
            if (value instanceof Collection<?> collection) {
                return collection.size();
            } else if (value instanceof Map<?, ?> map) {
                return map.size();
            } else if (value instanceof CharSequence text) {
                return text.length();
            }
            return value != null && value.getClass().isArray() ? Array.getLength(value) : -1;
        } catch (RuntimeException broken) {
            return -1;
        }
    }

    private static String text(@Nullable Object value, int size) {
        if (value == null) {
            return "null";
        } else if (value.getClass().isArray() || (size > MOST_ELEMENTS && !(value instanceof CharSequence))) {
            return "";
        }
        try {
            String text = String.valueOf(value instanceof CharSequence ? "\"" + value + "\"" : value)
                    .replaceAll("\\s+", " ");
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        } catch (RuntimeException | StackOverflowError broken) {
            return "(its toString throws " + broken.getClass().getName() + ")";
        }
    }

    private static String plain(List<Line> lines) {
        int[] widths = new int[4];
        for (Line line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.cells().get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line.cells().get(i);
                row.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static String html(List<Line> lines) {
        StringBuilder html = new StringBuilder("<table>");
        for (int i = 0; i < lines.size(); i++) {
            html.append("<tr>");
            for (String cell : lines.get(i).cells()) {
                String tag = i == 0 ? "th" : "td";
                html.append('<').append(tag).append(" style=\"text-align:left\">");
                html.append(cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
                html.append("</").append(tag).append('>');
            }
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }
}
