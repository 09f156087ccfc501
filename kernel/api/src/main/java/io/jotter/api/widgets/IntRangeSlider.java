package io.jotter.api.widgets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slider with two handles. */
public final class IntRangeSlider extends ValueWidget<IntRangeSlider, IntRange> {
    /** From 0 to 100. */
    public IntRangeSlider() {
        super("IntRangeSliderModel", "value");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    public IntRangeSlider(int min, int max) {
        this();
        Bounds.check(this, min, max);
        set("min", (long) min);
        set("max", (long) max);
        set("value", List.of((long) (min + (max - min) / 4), (long) (max - (max - min) / 4)));
    }

    public IntRangeSlider step(int step) {
        Bounds.checkStep(this, step);
        return set("step", (long) step);
    }

    /** The same as {@code value(new IntRange(lower, upper))}. */
    public IntRangeSlider value(int lower, int upper) {
        return value(new IntRange(lower, upper));
    }

    @Override
    IntRange fromState(@Nullable Object raw) {
        List<?> ends = (List<?>) Bounds.given(raw);
        return new IntRange(((Number) ends.get(0)).intValue(), ((Number) ends.get(1)).intValue());
    }

    @Override
    Object toState(IntRange value) {
        Bounds.checkWithin(this, value.lower());
        Bounds.checkWithin(this, value.upper());
        return List.of((long) value.lower(), (long) value.upper());
    }

    @Override
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return trait.equals("value") ? toState(fromState(raw)) : raw;
    }
}
