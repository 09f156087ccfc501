package io.jotter.environment.course;

import java.util.List;

/** What the exercises of "Counting parameters" expect. */
final class Chapter02 {
    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "02.1",
                    Expectation.number(218_058, 0)
                            .hint(n -> n == 0, "I got 0. How many weights lead into each of the 256 units?")
                            .hint(n -> n == 217_728, "I got the weights alone. Each unit has one number more."),
                    "weights and biases of three layers."),
            new Exercise(
                    "02.2",
                    Expectation.between(3.1e23, 3.2e23)
                            .hint(n -> n == 0, "I got 0. What does each parameter do for each token?")
                            .hint(
                                    n -> n > 1e23 && n < 1.1e23,
                                    "I got 2ND, the forward passes. Two more products follow each of them.")
                            .hint(
                                    n -> n > 5.2e22 && n < 5.3e22,
                                    "I got ND. A multiply-add is two operations, and training does three of them."),
                    "six operations for each parameter and token."),
            new Exercise(
                    "02.3",
                    Expectation.numbers(0, 34_944, 105_415_200)
                            .hint(n -> n == 0, "the parameters are 0. Is nothing stored yet?")
                            .hint(n -> n == 34_848, "the parameters are the weights alone.")
                            .hint(n -> n == 11_712, "the parameters are those of filters that see one channel."),
                    "each filter works at 55 times 55 places."),
            new Exercise(
                    "02.4",
                    Expectation.number(354_823_168, 0)
                            .hint(n -> n == 0, "I got 0. Which numbers of the small one change?")
                            .hint(
                                    n -> n == 406_286_336,
                                    "I got an output layer of its own. Which weights does it share?")
                            .hint(n -> n == 354_821_120, "I got 2,048 too few: what stands after the last block?"),
                    "the same formula, wider and deeper."),
            new Exercise(
                    "02.5",
                    Expectation.numbers(0.05, 4.326662, 86.53323, 69.22658)
                            .hint(n -> n == 0, "the first number is 0. How many FLOPs do 10,000 dollars buy?")
                            .hint(n -> n > 1e9, "I got whole parameters; I expected billions of them.")
                            .hint(
                                    n -> n > 6.8 && n < 6.9,
                                    "I got what a machine at its best would afford. It reaches 40 % of that."),
                    "hours, work, a root, and sixteen bytes."));

    private Chapter02() {}
}
