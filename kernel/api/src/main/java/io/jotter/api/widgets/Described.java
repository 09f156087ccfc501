package io.jotter.api.widgets;

import java.util.Objects;

/**
 * A widget with a label before it, and a style.
 *
 * @param <S> the widget's own type
 */
public abstract class Described<S extends Described<S>> extends DomWidget<S> {
    Described(String modelName) {
        super(modelName);
    }

    /** The label; it may hold LaTeX between dollar signs. */
    public final S description(String label) {
        return set("description", label);
    }

    public final String description() {
        return String.valueOf(get("description"));
    }

    /** Whether the reader can see it but not use it. */
    public final S disabled(boolean disabled) {
        return set("disabled", disabled);
    }

    public final Style style() {
        return (Style) Objects.requireNonNull(get("style"));
    }
}
