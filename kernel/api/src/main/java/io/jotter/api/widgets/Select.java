package io.jotter.api.widgets;

import java.util.Collection;
import java.util.Map;

/**
 * A list that stands open to choose from.
 *
 * @param <T> what is chosen among
 */
public final class Select<T> extends Selection<Select<T>, T> {
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    public Select(T... options) {
        super("SelectModel", Options.of(options));
    }

    public Select(Collection<? extends T> options) {
        super("SelectModel", Options.of(options));
    }

    /** With a label of its own for each, in the map's order. */
    public Select(Map<String, ? extends T> options) {
        super("SelectModel", Options.of(options));
    }
}
