package io.jotter.api.widgets;

/** What lies between two numbers, both included. */
public record FloatRange(double lower, double upper) {
    /** @throws IllegalArgumentException if the lower number is above the other */
    public FloatRange {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "A range cannot go from " + lower + " to " + upper + ": the lower number comes first.");
        }
    }
}
