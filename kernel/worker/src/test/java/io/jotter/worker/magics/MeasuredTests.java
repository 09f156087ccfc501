package io.jotter.worker.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of repeated measurements. */
class MeasuredTests {
    /** From tables of Student's distribution, two-sided 99.9 %. */
    @ParameterizedTest
    @CsvSource({"1, 636.619", "4, 8.610", "5, 6.869", "9, 4.781", "19, 3.883", "30, 3.646", "1000, 3.300"})
    void theQuantileIsThatOfTheTables(int df, double expected) {
        assertThat(Measured.student(df)).isCloseTo(expected, within(expected * 0.01));
    }

    @Test
    void theMedianIsTheMiddleAndTheErrorThatOfTheMean() {
        Measured measured = new Measured(new double[] {12, 10, 11}, 1_000, 2);
        assertThat(measured.median()).isEqualTo(11);
        // s = 1, t = 31.599, n = 3
        assertThat(measured.error()).isCloseTo(31.599 / Math.sqrt(3), within(1e-3));
        assertThat(new Measured(new double[] {1, 2, 3, 10}, 1, 0).median()).isEqualTo(2.5);
    }

    @Test
    void itIsToldInTheUnitOfItsSize() {
        assertThat(new Measured(new double[] {12_340, 12_340}, 8_000, 5).inWords())
                .isEqualTo(
                        "12.3 µs a call (median); mean 12.3 ± 0.00 µs (99.9 %). 2 runs of 8,000 calls, after 5 to warm up.");
        assertThat(new Measured(new double[] {2.5e9}, 1, 0).inWords())
                .isEqualTo("2.50 s a call (median). 1 run of 1 call, after 0 to warm up.");
    }
}
