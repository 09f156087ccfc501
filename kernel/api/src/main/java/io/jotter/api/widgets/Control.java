package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/**
 * What controls one parameter of {@link Interact}'s lambda.
 *
 * @param <T> the parameter's type
 */
public final class Control<T extends @Nullable Object> {
    private final ValueWidget<?, T> widget;

    private Control(ValueWidget<?, T> widget) {
        this.widget = widget;
    }

    static <T extends @Nullable Object> Control<T> of(ValueWidget<?, T> widget) {
        return new Control<>(widget);
    }

    /** The widget, which gets the parameter's name for its label unless it has one. */
    ValueWidget<?, T> control(String name) {
        if (widget.description().isEmpty()) {
            widget.description(name);
        }
        return widget;
    }

    /** The control that goes with a type. */
    @SuppressWarnings("unchecked") // the lambda takes just this type
    static <T extends @Nullable Object> Control<T> of(LambdaParameters parameters, int index) {
        Class<?> type = parameters.types().get(index);
        Control<?> found;
        if (type == Double.class) {
            found = Interact.range(0.0, 1.0);
        } else if (type == Integer.class) {
            found = Interact.range(0, 10);
        } else if (type == Boolean.class) {
            found = Interact.checkbox(false);
        } else if (type == String.class) {
            found = Interact.text("");
        } else if (type.isEnum()) {
            found = Interact.choice(type.getEnumConstants());
        } else {
            String name = parameters.names().get(index);
            throw new IllegalArgumentException(
                    "interact has no control for " + name + ", of which it knows the type "
                            + type.getSimpleName()
                            + " alone. Give one after the lambda, as range(0.0, 1.0), range(1, 10) or"
                            + " choice(\"a\", \"b\"), or write the parameter's type: Double, Integer, Boolean, String or an enum.");
        }
        return (Control<T>) found;
    }
}
