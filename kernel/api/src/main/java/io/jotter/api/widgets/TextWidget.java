package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/**
 * A field whose value is a text.
 *
 * @param <S> the widget's own type
 */
public abstract class TextWidget<S extends TextWidget<S>> extends ValueWidget<S, String> {
    TextWidget(String modelName) {
        super(modelName, "value");
    }

    @Override
    final String fromState(@Nullable Object raw) {
        return String.valueOf(raw);
    }

    @Override
    final Object toState(String value) {
        return value;
    }

    /** Shown, pale, while it is empty. */
    public final S placeholder(String text) {
        return set("placeholder", text);
    }
}
