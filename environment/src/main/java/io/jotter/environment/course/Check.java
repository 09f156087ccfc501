package io.jotter.environment.course;

import java.util.Locale;

/**
 * The oracle's comparisons: each throws an {@link AssertionError} that says what was compared, or prints one line.
 *
 * <p>A result that is not a number passes none of them.
 */
public final class Check {
    private Check() {}

    /** {@code value < bound}. */
    public static void below(String name, double value, double bound) {
        judge(value < bound, name, value, "below " + Numbers.text(bound));
    }

    /** {@code value >= bound}. */
    public static void atLeast(String name, double value, double bound) {
        judge(value >= bound, name, value, "at least " + Numbers.text(bound));
    }

    /** {@code |value - expected| <= tolerance}. */
    public static void near(String name, double value, double expected, double tolerance) {
        judge(
                Math.abs(value - expected) <= tolerance,
                name,
                value,
                Numbers.text(expected) + " ± " + Numbers.text(tolerance));
    }

    /** {@code value == expected}: for what is counted, where close is not enough. */
    public static void equal(String name, long value, long expected) {
        judge(value == expected, name, (double) value, "exactly " + Numbers.text((double) expected));
    }

    private static void judge(boolean holds, String name, double value, String wanted) {
        String compared = String.format(Locale.ROOT, "%s: %s, wanted %s", name, Numbers.text(value), wanted);
        if (!holds) {
            throw new AssertionError("The oracle says no. " + compared + ".");
        }
        System.out.println("✓ " + compared);
    }
}
