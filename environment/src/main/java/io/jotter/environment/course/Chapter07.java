package io.jotter.environment.course;

import java.util.List;

/** What the exercises of "From gradient descent to Adam" expect. */
final class Chapter07 {
    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "07.1",
                    Expectation.number(0.5, 1e-9)
                            .hint(n -> n == 0, "I got 0, with which nothing moves. Which eigenvalues has the matrix?")
                            .hint(
                                    n -> n == 1,
                                    "I got 1, which is the limit for the smaller eigenvalue. Which direction explodes"
                                            + " first?")
                            .hint(
                                    n -> Math.abs(n - 2.0 / 3) < 1e-9,
                                    "I got 2/3. The entries on the diagonal are not the eigenvalues."),
                    "two over the largest eigenvalue."),
            new Exercise(
                    "07.2",
                    Expectation.numbers(1e-9, 0.81, 0.5751, 0.32732100)
                            .hint(n -> n == 0, "the first step ends at 0. Is nothing stored yet?")
                            .hint(
                                    n -> Math.abs(n - 0.9) < 1e-9,
                                    "the first step is that of plain momentum. Where does it look ahead?"),
                    "the step looks ahead by the velocity."),
            new Exercise(
                    "07.3",
                    Expectation.number(3.16227766, 5e-4)
                            .hint(n -> n == 0, "I got 0. What are m and s after one step, in terms of g?")
                            .hint(
                                    n -> Math.abs(n - 100) < 1e-6,
                                    "I got 100: a tenth over a thousandth. The step divides by a root.")
                            .hint(n -> Math.abs(n - 0.316227766) < 1e-3, "I got the inverse."),
                    "a tenth over the root of a thousandth."),
            new Exercise(
                    "07.4",
                    Expectation.numbers(1e-6, 0.890000, 0.78157186, 0.67510122)
                            .hint(n -> n == 0, "the first step ends at 0. Is nothing stored yet?")
                            .hint(
                                    n -> Math.abs(n - 0.9) < 1e-6,
                                    "the first step is Adam's alone, 0.1. The decay must not go through the root: where"
                                            + " does it stand?"),
                    "the decay stands beside Adam's step, not in it."));

    private Chapter07() {}
}
