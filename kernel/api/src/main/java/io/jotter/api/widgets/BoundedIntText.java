package io.jotter.api.widgets;

/** A field for a whole number between bounds. */
public final class BoundedIntText extends IntWidget<BoundedIntText> {
    /** From 0 to 100. */
    public BoundedIntText() {
        super("BoundedIntTextModel");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    public BoundedIntText(int min, int max) {
        this();
        bounds(min, max);
    }
}
