package io.jotter.environment.course;

import java.util.List;

/** What the exercises of "A neuron and a network" expect. */
final class Chapter05 {
    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "05.1",
                    Expectation.numbers(0.05, 1, 0, 0, 0)
                            .hint(
                                    n -> n == 0.5,
                                    "with nothing dry and no day off the neuron says 0.5: it is undecided. What does it say"
                                            + " when all inputs are silent, and which number alone settles that?")
                            .hint(n -> n < 0.5, "with both inputs 0 it says no, and that is the one case for a yes."),
                    "ready by itself, and either input speaks against it."),
            new Exercise(
                    "05.2",
                    Expectation.numbers(1e-9, 2, 0, 0.5)
                            .hint(n -> n == 0, "the first distance is 0, but that line does not go through the origin.")
                            .hint(
                                    n -> n == 10,
                                    "the first is 10, the bias itself. Double all three numbers and the line stays where it"
                                            + " is: by what must you divide?")
                            .hint(
                                    n -> Math.abs(n - 0.4) < 1e-9,
                                    "divided by the square of the length. Is a root missing?")
                            .hint(n -> n < 0, "a distance is never negative."),
                    "the bias over the length of the weights."),
            new Exercise(
                    "05.3",
                    Expectation.numbers(1e-9, 0, 1, 1, 0),
                    "one unit counts, the other takes back what is too much."),
            new Exercise(
                    "05.4",
                    Expectation.numbers(1e-9, 0, 8, 1, -4, 5, 4)
                            .hint(
                                    n -> n == 2,
                                    "the first number is 2, as if only the first factor counted. Sum over all units of the"
                                            + " layer between."),
                    "two layers, one product."));

    private Chapter05() {}
}
