package io.jotter.api.widgets;

/** A field for a number. */
public final class FloatText extends FloatWidget<FloatText> {
    public FloatText() {
        super("FloatTextModel");
    }

    public FloatText(double value) {
        this();
        value(value);
    }

    @Override
    public FloatText min(double min) {
        throw new UnsupportedOperationException("FloatText has no bounds: use BoundedFloatText.");
    }

    @Override
    public FloatText max(double max) {
        return min(max);
    }
}
