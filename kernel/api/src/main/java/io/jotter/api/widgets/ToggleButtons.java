package io.jotter.api.widgets;

import java.util.Collection;
import java.util.Map;

/**
 * Buttons in a row of which one is pressed.
 *
 * @param <T> what is chosen among
 */
public final class ToggleButtons<T> extends Selection<ToggleButtons<T>, T> {
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    public ToggleButtons(T... options) {
        super("ToggleButtonsModel", Options.of(options));
    }

    public ToggleButtons(Collection<? extends T> options) {
        super("ToggleButtonsModel", Options.of(options));
    }

    /** With a label of its own for each, in the map's order. */
    public ToggleButtons(Map<String, ? extends T> options) {
        super("ToggleButtonsModel", Options.of(options));
    }
}
