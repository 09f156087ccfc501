package io.jotter.worker.render;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's collections and maps as their own {@code toString} has them, but no further than is shown, and to an end also
 * where one contains itself.
 */
final class CollectionText {
    private static final int DEEPEST = 32;

    private CollectionText() {}

    /** Whether a value is a collection or a map whose text is the JDK's: a type that says how it reads is asked. */
    static boolean fits(@Nullable Object value) {
        if (!(value instanceof Collection || value instanceof Map)) {
            return false;
        }
        try {
            Class<?> author = value.getClass().getMethod("toString").getDeclaringClass();
            // a synchronized one locks while it walks
            return author.getName().startsWith("java.util.")
                    && !author.getName().contains("$Synchronized");
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String of(Object value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        int size = value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
        return Shortened.ofElements(text, size);
    }

    /** Adds the text of any value, as far as there is room. */
    static void append(@Nullable Object value, StringBuilder text) {
        append(value, text, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void append(@Nullable Object value, StringBuilder text, Set<Object> around) {
        if (value == null || !fits(value)) {
            String own = value == null ? null : value.toString();
            Shortened.append(text, own == null ? "null" : own);
        } else if (around.size() == DEEPEST) {
            text.append('…');
        } else if (!around.add(value)) {
            text.append(value instanceof Map ? "(this Map)" : "(this Collection)");
        } else {
            if (value instanceof Map<?, ?> map) {
                appendMap(map, text, around);
            } else {
                appendCollection((Collection<?>) value, text, around);
            }
            around.remove(value);
        }
    }

    private static void appendCollection(Collection<?> values, StringBuilder text, Set<Object> around) {
        text.append('[');
        Iterator<?> each = values.iterator();
        while (each.hasNext() && !Shortened.isFull(text)) {
            append(each.next(), text, around);
            text.append(each.hasNext() ? ", " : "");
        }
        text.append(']');
    }

    private static void appendMap(Map<?, ?> map, StringBuilder text, Set<Object> around) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
        while (each.hasNext() && !Shortened.isFull(text)) {
            Map.Entry<?, ?> entry = each.next();
            append(entry.getKey(), text, around);
            text.append('=');
            append(entry.getValue(), text, around);
            text.append(each.hasNext() ? ", " : "");
        }
        text.append('}');
    }
}
