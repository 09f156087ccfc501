package io.jotter.api.widgets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the number widgets' least and greatest values ask of a value. A widget without bounds takes every one. */
final class Bounds {
    private Bounds() {}

    static Number of(Widget<?> widget, String trait) {
        return (Number) Objects.requireNonNull(widget.get(trait));
    }

    /** @throws IllegalArgumentException in place of a null */
    static Object given(@Nullable Object raw) {
        if (raw == null) {
            throw new IllegalArgumentException("A number is missing.");
        }
        return raw;
    }

    static void check(Widget<?> widget, double min, double max) {
        if (!(min <= max) || !Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException(name(widget) + " cannot go from " + plain(min) + " to " + plain(max)
                    + ": give two finite numbers, the lower one first.");
        }
    }

    static void checkStep(Widget<?> widget, double step) {
        if (!(step > 0) || !Double.isFinite(step)) {
            throw new IllegalArgumentException(
                    name(widget) + " cannot have steps of " + plain(step) + ": give a number above 0.");
        }
    }

    static void checkWithin(Widget<?> widget, double value) {
        if (widget.has("min") && within(widget, value) != value) {
            throw new IllegalArgumentException(name(widget) + " cannot have the value " + plain(value)
                    + ": it goes from " + plain(of(widget, "min").doubleValue()) + " to "
                    + plain(of(widget, "max").doubleValue()) + ". Set other bounds first with min(…) and max(…).");
        }
    }

    static double within(Widget<?> widget, double value) {
        return widget.has("min")
                ? Math.min(
                        Math.max(value, of(widget, "min").doubleValue()),
                        of(widget, "max").doubleValue())
                : value;
    }

    static long within(Widget<?> widget, long value) {
        return widget.has("min")
                ? Math.min(
                        Math.max(value, of(widget, "min").longValue()),
                        of(widget, "max").longValue())
                : value;
    }

    private static String name(Widget<?> widget) {
        return widget.getClass().getSimpleName();
    }

    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
