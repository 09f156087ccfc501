package io.jotter.api.widgets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slider with two handles. */
public final class FloatRangeSlider extends ValueWidget<FloatRangeSlider, FloatRange> {
    /** From 0 to 100. */
    public FloatRangeSlider() {
        super("FloatRangeSliderModel", "value");
    }

    /**
     * In a hundred steps.
     *
     * @throws IllegalArgumentException if {@code min} is above {@code max}
     */
    public FloatRangeSlider(double min, double max) {
        this();
        Bounds.check(this, min, max);
        set("min", min);
        set("max", max);
        set("value", List.of(min + (max - min) / 4, max - (max - min) / 4));
        if (min < max) {
            step((max - min) / 100);
        }
    }

    public FloatRangeSlider step(double step) {
        Bounds.checkStep(this, step);
        return set("step", step);
    }

    /** The same as {@code value(new FloatRange(lower, upper))}. */
    public FloatRangeSlider value(double lower, double upper) {
        return value(new FloatRange(lower, upper));
    }

    @Override
    FloatRange fromState(@Nullable Object raw) {
        List<?> ends = (List<?>) Bounds.given(raw);
        return new FloatRange(((Number) ends.get(0)).doubleValue(), ((Number) ends.get(1)).doubleValue());
    }

    @Override
    Object toState(FloatRange value) {
        Bounds.checkWithin(this, value.lower());
        Bounds.checkWithin(this, value.upper());
        return List.of(value.lower(), value.upper());
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return trait.equals("value") ? toState(fromState(raw)) : raw;
    }
}
