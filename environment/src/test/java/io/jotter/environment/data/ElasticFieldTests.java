package io.jotter.environment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElasticFieldTests {
    private static final double DEVIATION = 0.15;
    private static final int FIELDS = 20_000;

    @Test
    void thePointsOfItsNodesMoveAsFarAsItIsTold() {
        double squares =
                fields().mapToDouble(field -> square(field.right(0, 0))).sum();
        assertThat(Math.sqrt(squares / FIELDS)).isCloseTo(DEVIATION, within(0.02 * DEVIATION));
    }

    @Test
    void theMeanOfTheMovesIsNone() {
        assertThat(fields().mapToDouble(field -> field.down(0.35, -0.7))
                        .average()
                        .orElseThrow())
                .isCloseTo(0, within(4 * DEVIATION / Math.sqrt(FIELDS)));
    }

    @Test
    void neighboursMoveTogetherAndStrangersEachOnTheirOwn() {
        assertThat(correlation(0.1)).isGreaterThan(0.95);
        assertThat(correlation(0.7)).isBetween(0.4, 0.65);
        assertThat(correlation(2.1)).isCloseTo(0, within(0.03));
    }

    @Test
    void theTwoDirectionsAreIndependent() {
        double both = fields().mapToDouble(field -> field.right(0, 0) * field.down(0, 0))
                .average()
                .orElseThrow();
        assertThat(both / square(DEVIATION)).isCloseTo(0, within(0.03));
    }

    /** Of the moves of two points that are so far apart, on a row of nodes. */
    private static double correlation(double apart) {
        double together = fields().mapToDouble(field -> field.right(-1.05, 0) * field.right(-1.05 + apart, 0))
                .sum();
        double first =
                fields().mapToDouble(field -> square(field.right(-1.05, 0))).sum();
        double second = fields().mapToDouble(field -> square(field.right(-1.05 + apart, 0)))
                .sum();
        return together / Math.sqrt(first * second);
    }

    private static java.util.stream.Stream<ElasticField> fields() {
        SplittableRandom chance = new SplittableRandom(3);
        return IntStream.range(0, FIELDS).mapToObj(i -> new ElasticField(chance, DEVIATION));
    }

    private static double square(double value) {
        return value * value;
    }
}
