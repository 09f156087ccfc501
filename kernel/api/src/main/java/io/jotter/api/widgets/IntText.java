package io.jotter.api.widgets;

/** A field for a whole number. */
public final class IntText extends IntWidget<IntText> {
    public IntText() {
        super("IntTextModel");
    }

    public IntText(int value) {
        this();
        value(value);
    }

    @Override
    public IntText min(int min) {
        throw new UnsupportedOperationException("IntText has no bounds: use BoundedIntText.");
    }

    @Override
    public IntText max(int max) {
        return min(max);
    }
}
