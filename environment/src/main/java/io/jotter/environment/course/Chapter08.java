package io.jotter.environment.course;

import java.util.List;

/** What the exercises of "The article's program in Java" expect. */
final class Chapter08 {
    /** The smallest loss a network can reach when softmax is taken twice over ten classes: ln(1 + 9/e). */
    private static final double DOUBLE_SOFTMAX_FLOOR = Math.log(1 + 9 / Math.E);

    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "08.1",
                    Expectation.number(266_610, 0)
                            .hint(
                                    n -> n == 0,
                                    "I got 0 for layers 784, 300, 100, 10. Sum over each pair of neighbours.")
                            .hint(n -> n == 266_200, "I got 266,200. Every unit has one number more than its inputs.")
                            .hint(
                                    n -> n == 266_610 + 784,
                                    "I got 267,394. The input has no biases: it is not a layer."),
                    "every weight and every bias of three layers is counted."),
            new Exercise(
                    "08.2",
                    Expectation.numbers(1e-6, 0.09003057, 0.24472847, 0.66524096)
                            .hint(
                                    Double::isNaN,
                                    "I got NaN for the scores 1000, 1001, 1002. e to the 1000 is too large for a double;"
                                            + " softmax does not change when the same number is taken from every score.")
                            .hint(n -> n == 0, "the first probability is 0. Small it may be, but not that small."),
                    "the same probabilities as for 0, 1, 2: softmax sees differences only."),
            new Exercise(
                    "08.3",
                    Expectation.between(0, 0.35)
                            .hint(
                                    n -> n >= DOUBLE_SOFTMAX_FLOOR - 0.01,
                                    "after an epoch the loss is still above 1.46, as if every answer were unsure. Which"
                                            + " numbers does the loss expect, and which does it get?")
                            .hint(Double::isNaN, "the loss is NaN. Is the last layer still there?"),
                    "one softmax, in one place: the loss can fall as far as the data lets it."),
            new Exercise(
                    "08.4",
                    Expectation.numbers(1e-9, 0.8, 0.9, 0.4)
                            .hint(
                                    n -> n == 0,
                                    "every recall is 0. Of the digits that are a k, which share was called k?")
                            .hint(
                                    n -> Math.abs(n - 8.0 / 12) < 1e-9,
                                    "that is precision: of those called k, the share that are. Recall goes along a row."),
                    "recall asks of each true digit how often it was found."));

    private Chapter08() {}
}
