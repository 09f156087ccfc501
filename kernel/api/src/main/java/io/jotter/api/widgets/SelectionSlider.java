package io.jotter.api.widgets;

import java.util.Collection;
import java.util.Map;

/**
 * A slider over whatever there is to choose among.
 *
 * @param <T> what is chosen among
 */
public final class SelectionSlider<T> extends Selection<SelectionSlider<T>, T> {
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    public SelectionSlider(T... options) {
        super("SelectionSliderModel", Options.of(options));
    }

    public SelectionSlider(Collection<? extends T> options) {
        super("SelectionSliderModel", Options.of(options));
    }

    /** With a label of its own for each, in the map's order. */
    public SelectionSlider(Map<String, ? extends T> options) {
        super("SelectionSliderModel", Options.of(options));
    }
}
