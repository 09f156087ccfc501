package io.jotter.worker.inspect;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a value is made of: elements, entries or fields. */
final class Parts {
    private static final Parts NONE = new Parts(0, (start, count) -> List.of());

    private final int size;
    private final Slice slice;

    private Parts(int size, Slice slice) {
        this.size = size;
        this.slice = slice;
    }

    /**
     * One of them.
     *
     * @param type what it is called where the value does not say, because it is primitive or null
     */
    record Part(
            String name, @Nullable Object value, @Nullable Class<?> type) {}

    @FunctionalInterface
    private interface Slice {
        List<Part> of(int start, int count);
    }

    /** As many as can be seen; none while a cell runs and may hold the lock. */
    static Parts of(@Nullable Object value, boolean cellRuns) {
        if (value == null) {
            return NONE;
        }
        return switch (Kind.of(value)) {
            case ARRAY -> new Parts(Array.getLength(value), (start, count) -> array(value, start, count));
            case COLLECTION -> collection((Collection<?>) value);
            case MAP -> map((Map<?, ?>) value);
            case LOCKING -> cellRuns ? NONE : walked(value);
            case OPTIONAL ->
                ((Optional<?>) value)
                        .map(inner -> new Parts(1, (start, count) -> List.of(new Part("value", inner, null))))
                        .orElse(NONE);
            case ENTRY -> entry((Map.Entry<?, ?>) value);
            case OWN -> fields(value);
            case LIBRARY ->
                value instanceof Collection || value instanceof Map ? cellRuns ? NONE : walked(value) : fields(value);
            case TEXT, ENUM, OPAQUE -> NONE;
        };
    }

    int size() {
        return size;
    }

    /** Some of them, those that are left if there are fewer. */
    List<Part> slice(int start, int count) {
        int from = Math.max(0, Math.min(start, size));
        return slice.of(from, Math.max(0, Math.min(count, size - from)));
    }

    private static Parts walked(Object value) {
        return value instanceof Map<?, ?> map ? map(map) : collection((Collection<?>) value);
    }

    private static List<Part> array(Object array, int start, int count) {
        List<Part> parts = new ArrayList<>(count);
        Class<?> type = array.getClass().getComponentType();
        for (int i = start; i < start + count; i++) {
            parts.add(new Part("[" + i + "]", Array.get(array, i), type));
        }
        return parts;
    }

    private static Parts collection(Collection<?> values) {
        return new Parts(values.size(), (start, count) -> {
            Iterator<?> each = values instanceof RandomAccess && values instanceof List<?> list
                    ? list.listIterator(Math.min(start, list.size()))
                    : skipped(values.iterator(), start);
            int[] at = {start};
            return taken(each, count, value -> new Part("[" + at[0]++ + "]", value, null));
        });
    }

    private static Parts map(Map<?, ?> map) {
        ValueLine keys = new ValueLine(new LibraryTexts(), true);
        return new Parts(
                map.size(),
                (start, count) -> taken(
                        skipped(map.entrySet().iterator(), start),
                        count,
                        entry -> new Part(keys.of(entry.getKey()), entry.getValue(), null)));
    }

    private static Parts entry(Map.Entry<?, ?> entry) {
        List<Part> both = List.of(new Part("key", entry.getKey(), null), new Part("value", entry.getValue(), null));
        return new Parts(2, (start, count) -> both.subList(start, start + count));
    }

    private static Parts fields(Object value) {
        if (value.getClass().isHidden()) {
            return NONE;
        }
        List<Field> fields = Fields.of(value.getClass());
        return new Parts(
                fields.size(),
                (start, count) -> fields.subList(start, start + count).stream()
                        .map(field -> new Part(field.getName(), Fields.value(field, value), field.getType()))
                        .toList());
    }

    private static <T> Iterator<T> skipped(Iterator<T> each, int count) {
        for (int i = 0; i < count && each.hasNext(); i++) {
            each.next();
        }
        return each;
    }

    private static <T> List<Part> taken(Iterator<T> each, int count, Function<T, Part> part) {
        List<Part> parts = new ArrayList<>();
        while (parts.size() < count && each.hasNext()) {
            parts.add(part.apply(each.next()));
        }
        return parts;
    }
}
