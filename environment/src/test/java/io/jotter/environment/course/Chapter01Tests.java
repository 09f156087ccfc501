package io.jotter.environment.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class Chapter01Tests {
    @Test
    void theFormulasAreRight() {
        assertThat(right("01.1", Math.log(2) / Math.log(1.3))).isTrue();
        assertThat(right("01.2", Math.pow(1.3, 1 / 12.0) - 1)).isTrue();
        assertThat(right("01.3", Math.pow(1.8 * 0.6 * 1.5 * 1.3, 0.25) - 1)).isTrue();
        assertThat(right("01.5", 12)).isTrue();
    }

    @Test
    void theIntervalIsThatOfALibrarysLeastSquares() {
        assertThat(right("01.4", interval(4))).isTrue();
        assertThat(right("01.4", interval(5))).isFalse();
    }

    @Test
    void usualMistakesGetTheirOwnSentence() {
        assertThat(says("01.1", 1 / 0.3)).contains("without interest on interest");
        assertThat(says("01.1", 70 / 30.0)).contains("small rates");
        assertThat(says("01.2", 0.3 / 12)).contains("Months multiply");
        assertThat(says("01.3", 0.3)).contains("the mean of the rates");
        assertThat(says("01.4", new double[] {Math.log(1.3011181652), 0, 0})).contains("is the slope");
        assertThat(says("01.5", 11)).contains("degree of freedom");
    }

    @Test
    void nothingFilledInIsWrongAndGivesNoTargetAway() {
        assertThat(says("01.1", 0)).doesNotContain("2.64");
        assertThat(says("01.2", 0)).doesNotContain("0.022");
        assertThat(says("01.3", 0)).doesNotContain("0.204");
        assertThat(says("01.4", new double[3])).contains("stored").doesNotContain("0.28");
        assertThat(says("01.5", 3)).doesNotContain("12");
    }

    /** Rate, low and high end for the six figures of exercise 4, with so many degrees of freedom. */
    private static double[] interval(int freedom) {
        double[] values = {100, 131, 165, 226, 281, 375};
        SimpleMatrix x = new SimpleMatrix(6, 2);
        SimpleMatrix logs = new SimpleMatrix(6, 1);
        for (int i = 0; i < 6; i++) {
            x.setRow(i, 0, 1, i);
            logs.set(i, Math.log(values[i]));
        }
        SimpleMatrix line = x.solve(logs);
        SimpleMatrix off = logs.minus(x.mult(line));
        double error =
                Math.sqrt(off.dot(off) / 4 * x.transpose().mult(x).invert().get(1, 1));
        double half = TDistribution.of(freedom).inverseCumulativeProbability(0.975) * error;
        return new double[] {Math.expm1(line.get(1)), Math.expm1(line.get(1) - half), Math.expm1(line.get(1) + half)};
    }

    private static boolean right(String id, Object answer) {
        return Checks.judge(id, answer).right();
    }

    private static String says(String id, Object answer) {
        assertThat(right(id, answer)).isFalse();
        return Checks.judge(id, answer).says();
    }
}
