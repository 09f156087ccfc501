package io.jotter.api.widgets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list to choose any number from. Nothing is chosen at the start.
 *
 * @param <T> what is chosen among
 */
public final class SelectMultiple<T> extends ValueWidget<SelectMultiple<T>, List<T>> {
    private final Options<T> options;

    private SelectMultiple(Options<T> options) {
        super("SelectMultipleModel", "index");
        this.options = options;
        set("_options_labels", options.labels());
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    public SelectMultiple(T... options) {
        this(Options.of(options));
    }

    public SelectMultiple(Collection<? extends T> options) {
        this(Options.<T>of(options));
    }

    /** With a label of its own for each, in the map's order. */
    public SelectMultiple(Map<String, ? extends T> options) {
        this(Options.<T>of(options));
    }

    @Override
    List<T> fromState(@Nullable Object raw) {
        return ((List<?>) Bounds.given(raw))
                .stream()
                        .map(index -> options.values().get(((Number) index).intValue()))
                        .toList();
    }

    @Override
    Object toState(List<T> value) {
        return value.stream()
                .map(each -> (long) options.indexOf(this, each))
                .sorted()
                .toList();
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        try {
            return trait.equals("index") ? toState(fromState(raw)) : raw;
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("There is no such option.", e);
        }
    }
}
