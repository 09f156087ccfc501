package io.jotter.api.widgets;

/** A bar that the program fills, in whole numbers. */
public final class IntProgress extends IntWidget<IntProgress> {
    /** From 0 to 100. */
    public IntProgress() {
        super("IntProgressModel");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    public IntProgress(int min, int max) {
        this();
        bounds(min, max);
    }

    /** {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or nothing. */
    public IntProgress barStyle(String style) {
        return set("bar_style", style);
    }
}
