package io.jotter.api.widgets;

import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A container that shows one of its widgets, or none.
 *
 * @param <S> the widget's own type
 */
public abstract class Pages<S extends Pages<S>> extends Container<S> {
    Pages(String modelName, Widget<?>... children) {
        super(modelName, children);
    }

    /** What is written over each of the widgets. */
    public final S titles(String... titles) {
        return set("titles", List.of(titles));
    }

    /** Which one is shown, from 0; -1 for none. */
    public final int selected() {
        return get("selected_index") instanceof Number index ? index.intValue() : -1;
    }

    /**
     * Shows one of them, or with -1 none.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    public final S selected(int index) {
        if (index < -1 || index >= children().size()) {
            throw new IllegalArgumentException("There is no widget " + index + " in this "
                    + getClass().getSimpleName() + ": it holds " + children().size() + ", counted from 0.");
        }
        return set("selected_index", index < 0 ? null : (Object) (long) index);
    }

    /** Has this called with the index of the one that is shown from now on, -1 for none. */
    public final S onSelect(IntConsumer handler) {
        onChangeOf("selected_index", raw -> handler.accept(raw instanceof Number index ? index.intValue() : -1));
        return self();
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return trait.equals("selected_index") && raw != null ? (Object) ((Number) raw).longValue() : raw;
    }
}
