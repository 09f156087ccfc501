package io.jotter.api.widgets;

/** A field for a number between bounds. */
public final class BoundedFloatText extends FloatWidget<BoundedFloatText> {
    /** From 0 to 100. */
    public BoundedFloatText() {
        super("BoundedFloatTextModel");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    public BoundedFloatText(double min, double max) {
        this();
        bounds(min, max);
    }
}
