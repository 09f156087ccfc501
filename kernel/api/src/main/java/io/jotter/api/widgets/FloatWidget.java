package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/**
 * A widget for numbers, between bounds if it has any.
 *
 * @param <S> the widget's own type
 */
public abstract class FloatWidget<S extends FloatWidget<S>> extends ValueWidget<S, Double> {
    FloatWidget(String modelName) {
        super(modelName, "value");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max}, or one is not finite */
    final void bounds(double min, double max) {
        Bounds.check(this, min, max);
        set("min", min);
        set("max", max);
        set("value", inBounds(fromState(get("value"))));
    }

    /** The same for a number of any kind. */
    public final S value(double value) {
        return value(Double.valueOf(value));
    }

    /** The least value. One that is set and lies below is raised. */
    public S min(double min) {
        bounds(min, Bounds.of(this, "max").doubleValue());
        return self();
    }

    /** The greatest value. One that is set and lies above is lowered. */
    public S max(double max) {
        bounds(Bounds.of(this, "min").doubleValue(), max);
        return self();
    }

    public final S step(double step) {
        Bounds.checkStep(this, step);
        return set("step", step);
    }

    @Override
    final Double fromState(@Nullable Object raw) {
        return raw instanceof Number number ? number.doubleValue() : 0.0;
    }

    @Override
    final Object toState(Double value) {
        if (!Double.isFinite(value)) {
            throw invalid(value, "it shows finite numbers.");
        }
        if (inBounds(value) != value) {
            Bounds.checkWithin(this, value);
        }
        return value;
    }

    /** The nearest value that it can have. */
    double inBounds(double value) {
        return Bounds.within(this, value);
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return trait.equals("value") ? inBounds(((Number) Bounds.given(raw)).doubleValue()) : raw;
    }
}
