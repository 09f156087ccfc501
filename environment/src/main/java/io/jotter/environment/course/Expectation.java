package io.jotter.environment.course;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** What an answer must be. A fault is a sentence that helps on without giving the answer away. */
@FunctionalInterface
interface Expectation {
    /** What is off, or nothing. */
    Optional<String> fault(Object answer);

    /** A number within a tolerance; a wrong one is told as too small or too large. */
    static Expectation number(double expected, double tolerance) {
        return between(expected - tolerance, expected + tolerance);
    }

    /** A number in a range, both ends in it. */
    static Expectation between(double low, double high) {
        return answer -> {
            if (!(answer instanceof Number number)) {
                return Optional.of(
                        "I expected a number, got a " + answer.getClass().getSimpleName() + ".");
            }
            double value = number.doubleValue();
            if (Double.isNaN(value)) {
                return Optional.of("the answer is not a number (NaN). Which step divides by zero or overflows?");
            }
            if (value >= low && value <= high) {
                return Optional.empty();
            }
            return Optional.of(
                    "I got " + Numbers.text(value) + ", which is too " + (value < low ? "small." : "large."));
        };
    }

    /** An array or list of numbers, each within a tolerance; the first wrong one is named by its place. */
    static Expectation numbers(double tolerance, double... expected) {
        return answer -> {
            Optional<double[]> numbers = numbersOf(answer);
            if (numbers.isEmpty()) {
                return Optional.of("I expected an array of numbers, got a "
                        + answer.getClass().getSimpleName() + ".");
            }
            double[] got = numbers.get();
            if (got.length != expected.length) {
                return Optional.of("I expected " + expected.length + " numbers, got " + got.length + ".");
            }
            return IntStream.range(0, got.length)
                    .filter(i -> !(Math.abs(got[i] - expected[i]) <= tolerance))
                    .mapToObj(i -> "the number at index " + i + " is off: I got " + Numbers.text(got[i]) + ".")
                    .findFirst();
        };
    }

    /** This expectation, with a better sentence for a mistake that is often made. */
    default Expectation hint(DoublePredicate mistake, String says) {
        return answer -> fault(answer)
                .map(fault -> numbersOf(answer)
                        .filter(numbers -> numbers.length > 0 && mistake.test(numbers[0]))
                        .map(numbers -> says)
                        .orElse(fault));
    }

    private static Optional<double[]> numbersOf(Object answer) {
        if (answer instanceof Number number) {
            return Optional.of(new double[] {number.doubleValue()});
        }
        if (answer instanceof List<?> list) {
            return numbersOf(list.toArray());
        }
        if (!answer.getClass().isArray()) {
            return Optional.empty();
        }
        double[] numbers = new double[Array.getLength(answer)];
        for (int i = 0; i < numbers.length; i++) {
            if (!(Array.get(answer, i) instanceof Number number)) {
                return Optional.empty();
            }
            numbers[i] = number.doubleValue();
        }
        return Optional.of(numbers);
    }
}
