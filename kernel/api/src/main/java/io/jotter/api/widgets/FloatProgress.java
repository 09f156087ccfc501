package io.jotter.api.widgets;

/** A bar that the program fills. */
public final class FloatProgress extends FloatWidget<FloatProgress> {
    /** From 0 to 100. */
    public FloatProgress() {
        super("FloatProgressModel");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    public FloatProgress(double min, double max) {
        this();
        bounds(min, max);
    }

    /** {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or nothing. */
    public FloatProgress barStyle(String style) {
        return set("bar_style", style);
    }
}
