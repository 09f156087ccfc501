package io.jotter.environment.course;

import java.util.List;

/** What the exercises of "A market at 30 %" expect. */
final class Chapter01 {
    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "01.1",
                    Expectation.number(2.641927, 5e-4)
                            .hint(n -> n == 0, "I got 0. For which t is 1.3 to the power of t equal to 2?")
                            .hint(
                                    n -> Math.abs(n - 1 / 0.3) < 1e-3,
                                    "I got 1 / 0.3: so long it takes without interest on interest.")
                            .hint(
                                    n -> Math.abs(n - 7.0 / 3) < 1e-3 || Math.abs(n - Math.log(2) / 0.3) < 1e-3,
                                    "I got the banker's 70 divided by the percentage, which is good for small rates only."),
                    "the logarithm of 2 over that of 1.3."),
            new Exercise(
                    "01.2",
                    Expectation.number(0.0221045, 5e-6)
                            .hint(n -> n == 0, "I got 0. Which factor, taken twelve times, makes 1.3?")
                            .hint(
                                    n -> Math.abs(n - 0.025) < 1e-9,
                                    "I got a twelfth of 30 %. Months multiply: twelve of these make 34.5 %.")
                            .hint(
                                    n -> Math.abs(n - 1.0221045) < 1e-5,
                                    "I got the factor. The rate is what is above 1."),
                    "the twelfth root of 1.3, less 1."),
            new Exercise(
                    "01.3",
                    Expectation.number(0.2046603, 2e-6)
                            .hint(n -> n == 0, "I got 0. What has become of 1 after the four years?")
                            .hint(
                                    n -> Math.abs(n - 0.3) < 1e-9,
                                    "I got the mean of the rates. Multiply the four factors: does 1.3 to the power of 4"
                                            + " come out?")
                            .hint(
                                    n -> Math.abs(n - 1.2046603) < 1e-5,
                                    "I got the factor. The rate is what is above 1."),
                    "the fourth root of what was reached, less 1."),
            new Exercise(
                    "01.4",
                    Expectation.numbers(2e-6, 0.3011181652, 0.2830434998, 0.3194474545)
                            .hint(n -> n == 0, "the rate is 0. Is nothing stored yet?")
                            .hint(
                                    n -> Math.abs(n - Math.log1p(0.3011181652)) < 1e-6,
                                    "the first number is the slope. Which rate belongs to it?"),
                    "four degrees of freedom, and an interval that is symmetric in the slope only."),
            new Exercise(
                    "01.5",
                    Expectation.number(12, 0)
                            .hint(n -> n == 3, "I got 3. What is the half-width for three years?")
                            .hint(
                                    n -> n == 11,
                                    "I got 11. Is the quantile the normal one, or has it a degree of freedom too many?"),
                    "the spread grows with the third power of the years."));

    private Chapter01() {}
}
