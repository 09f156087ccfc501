package io.jotter.api.widgets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A widget to choose one of several values; null while none is chosen. The first is chosen at the start.
 *
 * @param <S> the widget's own type
 * @param <T> what is chosen among
 */
public abstract class Selection<S extends Selection<S, T>, T> extends ValueWidget<S, @Nullable T> {
    private volatile Options<T> options;

    Selection(String modelName, Options<T> options) {
        super(modelName, "index");
        this.options = options;
        options(options);
    }

    private S options(Options<T> given) {
        options = given;
        Map<String, @Nullable Object> changes = new java.util.LinkedHashMap<>();
        changes.put("_options_labels", given.labels());
        changes.put("index", given.values().isEmpty() ? null : (Object) 0L);
        return set(changes);
    }

    /** What can be chosen. */
    public final List<T> options() {
        return options.values();
    }

    /** Has other values to choose among, and chooses the first. */
    public final S options(Collection<? extends T> values) {
        return options(Options.of(values));
    }

    /** The same with a label of its own for each. */
    public final S options(Map<String, ? extends T> byLabel) {
        return options(Options.of(byLabel));
    }

    @Override
    final @Nullable T fromState(@Nullable Object raw) {
        List<T> values = options.values();
        return raw instanceof Number index && index.intValue() >= 0 && index.intValue() < values.size()
                ? values.get(index.intValue())
                : null;
    }

    @Override
    final @Nullable Object toState(@Nullable T value) {
        return value == null ? null : (Object) (long) options.indexOf(this, value);
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        if (!trait.equals("index") || raw == null) {
            return raw;
        }
        long index = ((Number) raw).longValue();
        if (index < 0 || index >= options.values().size()) {
            throw new IllegalArgumentException("There is no option " + index + ".");
        }
        return index;
    }
}
