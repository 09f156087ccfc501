package io.jotter.environment.course;

import java.util.List;
import java.util.Optional;

/** What the exercises of "The same from scratch" expect. */
final class Chapter09 {
    /** With n entries in a row, an order that runs along rows goes to the neighbour n - 1 times of n. */
    private static final double NEIGHBOURS = 0.8;

    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "09.1",
                    Expectation.number(61_363_200, 0)
                            .hint(n -> n == 0, "I got 0. Begin with one product of a row of pixels with W1.")
                            .hint(n -> n == 958_800, "I got 958,800, which is one picture's. The batch has more.")
                            .hint(
                                    n -> n == 30_681_600,
                                    "I got 30,681,600: half of it. A product has additions too, as many as"
                                            + " multiplications.")
                            .hint(
                                    n -> n == 91_468_800,
                                    "I got 91,468,800. That counts the slope by the pixels, which nobody needs.")
                            .hint(
                                    n -> n == 60_979_200,
                                    "I got 60,979,200. How does the slope get from the scores back to the hidden"
                                            + " values?"),
                    "two products forward, three backward."),
            new Exercise(
                    "09.2",
                    Expectation.numbers(1e-6, 0.41702978, 200, 0.69314718, 1.09861229, 0)
                            .hint(n -> n == 0, "the loss of scores 2, 1 and 0.1 is 0. Only certainty costs nothing."),
                    "the largest score leaves the sum before the powers are taken, and comes back after the"
                            + " logarithm."),
            new Exercise("09.3", Chapter09::faultOfTheWalk, "the innermost loop runs along the rows of B and C."),
            new Exercise(
                    "09.4",
                    Expectation.numbers(1e-4, 0.36552929, 0.73105858)
                            .hint(n -> n == 0, "the first slope is 0. Is nothing added up yet?"),
                    "each pixel collects from the units that it feeds."));

    private Chapter09() {}

    /** The product's relative error, the share of steps to the right-hand neighbour in B, and the same in C. */
    private static Optional<String> faultOfTheWalk(Object answer) {
        if (!(answer instanceof double[] walk) || walk.length != 3) {
            return Optional.of("I expected the three numbers that walk returns.");
        }
        if (!(walk[0] <= 1e-5)) {
            return Optional.of("the product is wrong, by " + Numbers.text(walk[0])
                    + " of its size. Each entry of C gets one product more for every k, and loses nothing.");
        }
        if (!(walk[1] >= NEIGHBOURS)) {
            return Optional.of("the product is right, and " + percent(walk[1])
                    + " of the steps in B go to the right-hand neighbour. Which index runs along a row of B?");
        }
        if (!(walk[2] >= NEIGHBOURS)) {
            return Optional.of("B is walked along its rows, and C is not: " + percent(walk[2])
                    + " of the steps go to the right-hand neighbour.");
        }
        return Optional.empty();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
