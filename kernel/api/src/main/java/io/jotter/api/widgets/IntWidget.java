package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/**
 * A widget for whole numbers, between bounds if it has any.
 *
 * @param <S> the widget's own type
 */
public abstract class IntWidget<S extends IntWidget<S>> extends ValueWidget<S, Integer> {
    IntWidget(String modelName) {
        super(modelName, "value");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    final void bounds(int min, int max) {
        Bounds.check(this, min, max);
        set("min", (long) min);
        set("max", (long) max);
        set("value", Bounds.within(this, (long) fromState(get("value"))));
    }

    /** The least value. One that is set and lies below is raised. */
    public S min(int min) {
        bounds(min, Bounds.of(this, "max").intValue());
        return self();
    }

    /** The greatest value. One that is set and lies above is lowered. */
    public S max(int max) {
        bounds(Bounds.of(this, "min").intValue(), max);
        return self();
    }

    public final S step(int step) {
        Bounds.checkStep(this, step);
        return set("step", (long) step);
    }

    @Override
    final Integer fromState(@Nullable Object raw) {
        return raw instanceof Number number ? number.intValue() : 0;
    }

    @Override
    final Object toState(Integer value) {
        Bounds.checkWithin(this, value);
        return value.longValue();
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return trait.equals("value") ? Bounds.within(this, ((Number) Bounds.given(raw)).longValue()) : raw;
    }
}
