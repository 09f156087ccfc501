package io.jotter.api.widgets;

import java.util.Collection;
import java.util.Map;

/**
 * Buttons of which one is chosen.
 *
 * @param <T> what is chosen among
 */
public final class RadioButtons<T> extends Selection<RadioButtons<T>, T> {
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    public RadioButtons(T... options) {
        super("RadioButtonsModel", Options.of(options));
    }

    public RadioButtons(Collection<? extends T> options) {
        super("RadioButtonsModel", Options.of(options));
    }

    /** With a label of its own for each, in the map's order. */
    public RadioButtons(Map<String, ? extends T> options) {
        super("RadioButtonsModel", Options.of(options));
    }
}
