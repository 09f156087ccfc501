package io.jotter.api.widgets;

/** What lies between two numbers, both included. */
public record IntRange(int lower, int upper) {
    /** @throws IllegalArgumentException if the lower number is above the other */
    public IntRange {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "A range cannot go from " + lower + " to " + upper + ": the lower number comes first.");
        }
    }
}
