package io.jotter.environment.course;

import java.util.List;

/** What the exercises of "Back-propagation, and a missing minus" expect. */
final class Chapter06 {
    /** The loss of the chapter's first network before any step: half the square of 0.775 · tanh 1.1 − 1. */
    private static final double FIRST_LOSS = 0.5 * Math.pow(0.775 * Math.tanh(1.1) - 1, 2);

    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "06.1",
                    Expectation.between(0, 0.01)
                            .hint(
                                    n -> Math.abs(n - FIRST_LOSS) < 1e-9,
                                    "the loss is where it began: no number has moved.")
                            .hint(
                                    n -> n > FIRST_LOSS,
                                    "after 200 steps the loss is larger than at the start. Which way is downhill?"),
                    "a step against the gradient, and the loss has nearly gone."),
            new Exercise(
                    "06.2",
                    Expectation.between(0, 1e-6)
                            .hint(
                                    n -> n > 0.5,
                                    "formula and push have little in common. A product has two factors that change: does"
                                            + " your slope have two terms?")
                            .hint(
                                    n -> n > 1e-6,
                                    "formula and push differ by more than rounding. Try the slope at 0, where it must be"
                                            + " one half."),
                    "the pushes agree: the slope of swish is that of your formula."),
            new Exercise(
                    "06.3",
                    Expectation.number(0, 0)
                            .hint(
                                    n -> n > 0,
                                    "the hidden units have come apart. Equal means all that belongs to a unit: the weight"
                                            + " into it, its bias, and the weight out of it."),
                    "equal they start and equal they stay: only unequal first weights can break that."),
            new Exercise(
                    "06.4",
                    Expectation.numbers(1e-6, -0.47593729, 1.17426309)
                            .hint(
                                    n -> n == 0,
                                    "the first number is 0. Is nothing computed yet, or was the activation's slope left out"
                                            + " on the way back?")
                            .hint(
                                    n -> Math.abs(n - 0.47593729) < 1e-6,
                                    "the size is right and the sign is not. Is the error prediction minus answer?"),
                    "the blame has reached the input, by one more product."));

    private Chapter06() {}
}
