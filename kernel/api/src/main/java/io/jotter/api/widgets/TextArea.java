package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** A field for many lines of text. */
public final class TextArea extends ValueWidget<TextArea, String> {
    public TextArea() {
        super("TextareaModel", "value");
    }

    public TextArea(String text) {
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

    /** Shown, pale, while it is empty. */
    public TextArea placeholder(String text) {
        return set("placeholder", text);
    }
}
