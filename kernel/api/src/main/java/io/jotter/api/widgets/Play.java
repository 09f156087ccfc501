package io.jotter.api.widgets;

/** Counts by itself, as the reader starts and stops it; link it to a slider to animate. */
public final class Play extends IntWidget<Play> {
    /** From 0 to 100. */
    public Play() {
        super("PlayModel");
    }

    /** @throws IllegalArgumentException if {@code min} is above {@code max} */
    public Play(int min, int max) {
        this();
        bounds(min, max);
    }

    /** The time between two steps, in milliseconds. */
    public Play interval(int millis) {
        Bounds.checkStep(this, millis);
        return set("interval", (long) millis);
    }

    /** Whether it begins anew at its end. */
    public Play repeat(boolean repeat) {
        return set("repeat", repeat);
    }

    /** Starts or stops it, as its buttons do. */
    public Play playing(boolean playing) {
        return set("playing", playing);
    }
}
