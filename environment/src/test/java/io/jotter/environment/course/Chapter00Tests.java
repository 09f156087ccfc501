package io.jotter.environment.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.environment.chart.Chart;
import io.jotter.environment.chart.Charts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Chapter00Tests {
    private final Chart planets = Charts.scatter(new double[] {0.387, 1, 30.07}, new double[] {0.241, 1, 164.8})
            .logX()
            .logY();

    @Test
    void theLawOverThePlanetsWithATitleIsRight() {
        assertThat(verdict(planets.withLine("the law", ends(), law(1.5)).title("Kepler"))
                        .right())
                .isTrue();
    }

    @Test
    void whatIsMissingIsSaidOneAfterTheOther() {
        assertThat(verdict("many").says()).contains("expected a chart");
        assertThat(verdict(Charts.bar(List.of("a"), new double[] {1})).says()).contains("expected a chart");
        assertThat(verdict(planets).says()).contains("no line");
        assertThat(verdict(planets.withLine("steep", ends(), law(2)).title("x")).says())
                .contains("not the distance to the power");
        assertThat(verdict(planets.withLine("short", new double[] {1, 4}, new double[] {1, 8})
                                .title("x"))
                        .says())
                .contains("does not reach");
        assertThat(verdict(planets.withLine("the law", ends(), law(1.5))).says())
                .contains("title");
    }

    @Test
    void aYearOnCeresIsToldFromItsSquareAndFromNone() {
        assertThat(Checks.judge("00.2", 4.61).right()).isTrue();
        assertThat(Checks.judge("00.2", 0).says()).contains("empty");
        assertThat(Checks.judge("00.2", 7.67).says()).contains("which root");
        assertThat(Checks.judge("00.2", 5).says()).contains("too large").doesNotContain("4.6");
    }

    private static Verdict verdict(Object answer) {
        return Checks.judge("00.1", answer);
    }

    private static double[] ends() {
        return new double[] {0.3, 40};
    }

    private static double[] law(double power) {
        return Arrays.stream(ends()).map(a -> Math.pow(a, power)).toArray();
    }
}
