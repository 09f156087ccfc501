package io.jotter.environment.figure;

import java.util.List;

/** From values to a length in pixels, with round numbers as ticks. */
interface Axis {
    double length();

    /** In pixels from the low end. */
    double at(double value);

    /** Within the axis, in order. */
    List<Double> ticks();

    String label(double tick);
}
