package io.jotter.api.widgets;

/** A slider over numbers. */
public final class FloatSlider extends FloatWidget<FloatSlider> {
    /** From 0 to 100. */
    public FloatSlider() {
        super("FloatSliderModel");
    }

    /**
     * In a hundred steps.
     *
     * @throws IllegalArgumentException if {@code min} is above {@code max}
     */
    public FloatSlider(double min, double max) {
        this();
        bounds(min, max);
        if (min < max) {
            step((max - min) / 100);
        }
    }

    /** Whether each move of the handle is told, or only where it is let go. */
    public FloatSlider continuousUpdate(boolean each) {
        return set("continuous_update", each);
    }

    /** {@code "horizontal"} or {@code "vertical"}. */
    public FloatSlider orientation(String orientation) {
        return set("orientation", orientation);
    }

    /** How the number beside it is written, as d3-format says it: {@code ".3f"}, {@code "d"}. */
    public FloatSlider readoutFormat(String format) {
        return set("readout_format", format);
    }
}
