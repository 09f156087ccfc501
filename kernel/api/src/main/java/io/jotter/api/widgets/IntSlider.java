package io.jotter.api.widgets;

/** A slider over whole numbers. */
public final class IntSlider extends IntWidget<IntSlider> {
    /** From 0 to 100. */
    public IntSlider() {
        super("IntSliderModel");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    public IntSlider(int min, int max) {
        this();
        bounds(min, max);
    }

    /** Whether each move of the handle is told, or only where it is let go. */
    public IntSlider continuousUpdate(boolean each) {
        return set("continuous_update", each);
    }

    /** {@code "horizontal"} or {@code "vertical"}. */
    public IntSlider orientation(String orientation) {
        return set("orientation", orientation);
    }

    /** How the number beside it is written, as d3-format says it: {@code ".3f"}, {@code "d"}. */
    public IntSlider readoutFormat(String format) {
        return set("readout_format", format);
    }
}
