package io.jotter.worker.inspect;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a line: what has many elements by their count and the first of them, what is the learner's own by its fields.
 * While a cell runs, which may be changing the value or hold its lock, less is looked at.
 */
final class ValueLine {
    /** In UTF-16 units. */
    static final int LONGEST = 100;

    private static final int MOST_ELEMENTS = 20;
    private static final int DEEPEST = 3;

    /** The text of a number with more bits takes long. */
    private static final int MOST_BITS = 2_000;

    private final LibraryTexts texts;
    private final boolean cellRuns;

    ValueLine(LibraryTexts texts, boolean cellRuns) {
        this.texts = texts;
        this.cellRuns = cellRuns;
    }

    String of(@Nullable Object value) {
        StringBuilder line = new StringBuilder();
        try {
            append(value, line, 0);
        } catch (RuntimeException | LinkageError | StackOverflowError changing) {
            // a collection that another thread changes just now
            return value == null ? "null" : TypeNames.of(value.getClass()) + " (just being changed)";
        }
        return cut(line);
    }

    private static String cut(CharSequence line) {
        if (line.length() <= LONGEST) {
            return line.toString();
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.subSequence(0, end) + "…";
    }

    private void append(@Nullable Object value, StringBuilder line, int depth) {
        if (value == null) {
            line.append("null");
            return;
        }
        switch (Kind.of(value)) {
            case TEXT -> line.append(text(value));
            case ENUM -> line.append(((Enum<?>) value).name());
            case ARRAY -> elements(Array.getLength(value), new ArrayElements(value), line, depth);
            case COLLECTION -> collection((java.util.Collection<?>) value, line, depth);
            case MAP -> map((Map<?, ?>) value, line, depth);
            case OPTIONAL -> optional((Optional<?>) value, line, depth);
            case ENTRY -> entry((Map.Entry<?, ?>) value, line, depth);
            case LOCKING -> locking(value, line, depth);
            case OWN -> own(value, line, depth);
            case LIBRARY -> library(value, line);
            case OPAQUE -> line.append(TypeNames.of(value.getClass()));
        }
    }

    private static String text(Object value) {
        if (value instanceof String || value instanceof StringBuilder) {
            return quoted((CharSequence) value, '"');
        } else if (value instanceof Character) {
            return quoted(value.toString(), '\'');
        } else if (value instanceof BigInteger number && number.bitLength() > MOST_BITS) {
            return String.format(Locale.ROOT, "a number of %,d bits", number.bitLength());
        } else if (value instanceof BigDecimal number && number.unscaledValue().bitLength() > MOST_BITS) {
            return String.format(Locale.ROOT, "a number of %,d digits", number.precision());
        } else if (value instanceof Class<?> type) {
            return type.getTypeName();
        }
        return value.toString();
    }

    private static String quoted(CharSequence text, char quote) {
        StringBuilder quoted = new StringBuilder();
        boolean whole = text.length() <= LONGEST;
        if (!whole) {
            quoted.append(String.format(Locale.ROOT, "%,d characters ", text.length()));
        }
        quoted.append(quote);
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\\' -> quoted.append("\\\\");
                default -> quoted.append(each == quote ? "\\" + each : String.valueOf(each));
            }
        }
        return quoted.append(whole ? String.valueOf(quote) : "").toString();
    }

    private void collection(java.util.Collection<?> values, StringBuilder line, int depth) {
        elements(values.size(), values.iterator(), line, depth);
    }

    private void elements(int size, Iterator<?> each, StringBuilder line, int depth) {
        StringBuilder some = new StringBuilder();
        int shown = 0;
        boolean deep = depth >= DEEPEST;
        while (each.hasNext() && hasRoom(some, shown, deep)) {
            some.append(shown++ == 0 ? "" : ", ");
            append(each.next(), some, depth + 1);
        }
        bracketed(size, shown, "elements", '[', some, ']', line);
    }

    private void map(Map<?, ?> map, StringBuilder line, int depth) {
        StringBuilder some = new StringBuilder();
        int shown = 0;
        boolean deep = depth >= DEEPEST;
        Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
        while (each.hasNext() && hasRoom(some, shown, deep)) {
            some.append(shown++ == 0 ? "" : ", ");
            entry(each.next(), some, depth);
        }
        bracketed(map.size(), shown, "entries", '{', some, '}', line);
    }

    private static boolean hasRoom(StringBuilder some, int shown, boolean deep) {
        return !deep && shown < MOST_ELEMENTS && some.length() < LONGEST;
    }

    private static void bracketed(
            int size, int shown, String plural, char open, StringBuilder some, char close, StringBuilder line) {
        if (shown < size) {
            // first, for a panel cuts the end
            line.append(String.format(Locale.ROOT, "%,d %s ", size, plural));
        }
        line.append(open).append(some);
        line.append(shown == size ? "" : shown == 0 ? "…" : ", …").append(close);
    }

    private void optional(Optional<?> optional, StringBuilder line, int depth) {
        if (optional.isEmpty()) {
            line.append("empty");
            return;
        }
        line.append("Optional[");
        append(optional.get(), line, depth + 1);
        line.append(']');
    }

    private void entry(Map.Entry<?, ?> entry, StringBuilder line, int depth) {
        append(entry.getKey(), line, depth + 1);
        line.append('=');
        append(entry.getValue(), line, depth + 1);
    }

    private void locking(Object value, StringBuilder line, int depth) {
        if (cellRuns) {
            line.append(TypeNames.of(value.getClass())).append(" (looked into when no cell runs)");
        } else if (value instanceof Map<?, ?> map) {
            map(map, line, depth);
        } else {
            collection((java.util.Collection<?>) value, line, depth);
        }
    }

    private void own(Object value, StringBuilder line, int depth) {
        line.append(TypeNames.of(value.getClass()));
        List<Field> fields = Fields.of(value.getClass());
        if (fields.isEmpty() || value.getClass().isHidden()) {
            return;
        }
        line.append('[');
        for (int i = 0; i < fields.size(); i++) {
            if (depth >= DEEPEST || line.length() > LONGEST) {
                line.append('…');
                break;
            }
            line.append(i == 0 ? "" : ", ").append(fields.get(i).getName()).append('=');
            append(Fields.value(fields.get(i), value), line, depth + 1);
        }
        line.append(']');
    }

    private void library(Object value, StringBuilder line) {
        // the first line of an array or a table says what it is; the others are for the page
        String text =
                texts.of(value, cellRuns).strip().lines().findFirst().orElse("").replaceAll("\\s+", " ");
        line.append(text.isEmpty() ? TypeNames.of(value.getClass()) : text);
    }

    private static final class ArrayElements implements Iterator<Object> {
        private final Object array;
        private int at;

        ArrayElements(Object array) {
            this.array = array;
        }

        @Override
        public boolean hasNext() {
            return at < Array.getLength(array);
        }

        @Override
        public Object next() {
            return Array.get(array, at++);
        }
    }
}
