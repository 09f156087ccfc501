package io.jotter.api.widgets;

/** A slider over the powers of a base, as for a learning rate: it is moved in exponents, and its value is the power. */
public final class FloatLogSlider extends FloatWidget<FloatLogSlider> {
    /** From 1 to 10,000. */
    public FloatLogSlider() {
        super("FloatLogSliderModel");
    }

    /**
     * From 10 to the one power to 10 to the other.
     *
     * @throws IllegalArgumentException if {@code minExponent} is above {@code maxExponent}
     */
    public FloatLogSlider(double minExponent, double maxExponent) {
        this();
        bounds(minExponent, maxExponent);
    }

    /** The base, 10 if not set. */
    public FloatLogSlider base(double base) {
        Bounds.checkStep(this, base);
        set("base", base);
        return set("value", inBounds(value()));
    }

    @Override
    double inBounds(double value) {
        double base = Bounds.of(this, "base").doubleValue();
        double low = Math.pow(base, Bounds.of(this, "min").doubleValue());
        double high = Math.pow(base, Bounds.of(this, "max").doubleValue());
        return Math.min(Math.max(value, low), high);
    }
}
