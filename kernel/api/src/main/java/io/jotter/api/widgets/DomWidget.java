package io.jotter.api.widgets;

import java.util.Objects;

/**
 * A widget that is seen.
 *
 * @param <S> the widget's own type
 */
public abstract class DomWidget<S extends DomWidget<S>> extends Widget<S> {
    DomWidget(String modelName) {
        super(modelName);
    }

    /** How it is placed. */
    public final Layout layout() {
        return (Layout) Objects.requireNonNull(get("layout"));
    }

    /** How wide it is, as CSS says it: {@code "300px"}, {@code "100%"}. */
    public final S width(String length) {
        layout().width(length);
        return self();
    }

    /** How high it is, as CSS says it. */
    public final S height(String length) {
        layout().height(length);
        return self();
    }

    /** Shown when the pointer rests on it. */
    public final S tooltip(String text) {
        return set("tooltip", text);
    }
}
