package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** A text, with LaTeX between dollar signs. */
public final class Label extends ValueWidget<Label, String> {
    public Label() {
        super("LabelModel", "value");
    }

    public Label(String text) {
        this();
        value(text);
    }

    @Override
    String fromState(@Nullable Object raw) {
        return String.valueOf(raw);
    }

    @Override
    Object toState(String value) {
        return value;
    }
}
