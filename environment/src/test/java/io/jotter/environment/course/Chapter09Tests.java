package io.jotter.environment.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter09Tests {
    @Test
    void theOperationsOfAStepAreCountedAndUsualSlipsToldApart() {
        assertThat(Checks.judge("09.1", 61_363_200L).right()).isTrue();
        assertThat(Checks.judge("09.1", 0L).says()).contains("Begin");
        assertThat(Checks.judge("09.1", 958_800L).says()).contains("one picture's");
        assertThat(Checks.judge("09.1", 30_681_600L).says()).contains("additions");
        assertThat(Checks.judge("09.1", 91_468_800L).says()).contains("by the pixels");
        assertThat(Checks.judge("09.1", 60_979_200L).says()).contains("hidden");
        assertThat(Checks.judge("09.1", 61_363_201L).right()).isFalse();
    }

    @Test
    void aLossThatOverflowsIsWrongAtItsPlace() {
        double[] losses = {0.41702978, 200, Math.log(2), Math.log(3), 0};
        assertThat(Checks.judge("09.2", losses).right()).isTrue();

        losses[1] = Double.POSITIVE_INFINITY;
        assertThat(Checks.judge("09.2", losses).says()).contains("index 1");
        assertThat(Checks.judge("09.2", new double[5]).says()).contains("certainty");
    }

    @Test
    void aProductIsJudgedByItsValueFirstAndThenByItsWalk() {
        assertThat(Checks.judge("09.3", new double[] {1e-7, 15.0 / 16, 15.0 / 16})
                        .right())
                .isTrue();
        assertThat(Checks.judge("09.3", new double[] {0.5, 1, 1}).says()).contains("the product is wrong");
        assertThat(Checks.judge("09.3", new double[] {Double.NaN, 1, 1}).says()).contains("the product is wrong");
        assertThat(Checks.judge("09.3", new double[] {0, 0.25, 1}).says()).contains("25 % of the steps in B");
        assertThat(Checks.judge("09.3", new double[] {0, 1, 0}).says()).contains("C is not: 0 %");
        assertThat(Checks.judge("09.3", new double[] {0, Double.NaN, 1}).right())
                .isFalse();
        assertThat(Checks.judge("09.3", 1).says()).contains("three numbers");
        assertThat(Checks.judge("09.3", new double[] {0, 1}).says()).contains("three numbers");
    }

    @Test
    void theSlopeByThePixelsNeedsBoth() {
        double slope = 0.5 * Math.E / (1 + Math.E);
        assertThat(Checks.judge("09.4", new double[] {slope, 2 * slope}).right())
                .isTrue();
        assertThat(Checks.judge("09.4", new double[] {slope, slope}).says()).contains("index 1");
        assertThat(Checks.judge("09.4", new double[2]).says()).contains("added up");
    }
}
