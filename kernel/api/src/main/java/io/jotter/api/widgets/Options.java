package io.jotter.api.widgets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What can be chosen, and how each is called: as many labels as values. */
record Options<T>(List<T> values, List<String> labels) {
    Options {
        if (values.size() != labels.size()) {
            throw new IllegalArgumentException("Each option has one label.");
        }
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read and not kept
    static <T> Options<T> of(T... values) {
        return of(Arrays.asList(values));
    }

    static <T> Options<T> of(Collection<? extends T> values) {
        return new Options<>(
                new ArrayList<>(values), values.stream().map(String::valueOf).toList());
    }

    static <T> Options<T> of(Map<String, ? extends T> byLabel) {
        return new Options<>(new ArrayList<>(byLabel.values()), new ArrayList<>(byLabel.keySet()));
    }

    /** @throws IllegalArgumentException if that is none of them */
    int indexOf(Widget<?> widget, Object value) {
        int index = values.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(widget.getClass().getSimpleName() + " cannot have the value " + value
                    + ": it is none of its options, which are " + String.join(", ", labels) + ".");
        }
        return index;
    }
}
