package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/**
 * A widget whose value is yes or no.
 *
 * @param <S> the widget's own type
 */
public abstract class BooleanWidget<S extends BooleanWidget<S>> extends ValueWidget<S, Boolean> {
    BooleanWidget(String modelName) {
        super(modelName, "value");
    }

    @Override
    final Boolean fromState(@Nullable Object raw) {
        return Boolean.TRUE.equals(raw);
    }

    @Override
    final Object toState(Boolean value) {
        return value;
    }
}
