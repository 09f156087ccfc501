package io.jotter.example;

/**
 * A length.
 *
 * @param metres may be negative
 */
public record Length(double metres) {
    public static Length metres(double metres) {
        return new Length(metres);
    }

    public static Length feet(double feet) {
        // exactly, since 1959
        return new Length(feet * 0.3048);
    }
}
