package io.jotter.api.widgets;

import java.util.Collection;
import java.util.Map;

/**
 * A list that opens to choose from.
 *
 * @param <T> what is chosen among
 */
public final class Dropdown<T> extends Selection<Dropdown<T>, T> {
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    public Dropdown(T... options) {
        super("DropdownModel", Options.of(options));
    }

    public Dropdown(Collection<? extends T> options) {
        super("DropdownModel", Options.of(options));
    }

    /** With a label of its own for each, in the map's order. */
    public Dropdown(Map<String, ? extends T> options) {
        super("DropdownModel", Options.of(options));
    }
}
