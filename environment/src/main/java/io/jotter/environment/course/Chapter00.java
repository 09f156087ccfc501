package io.jotter.environment.course;

import io.jotter.environment.chart.Chart;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;

/** What the exercises of the tour expect: a chart with one more line in it, and a year. */
final class Chapter00 {
    /** Of the distance, in Kepler's third law. */
    private static final double POWER = 1.5;

    private static final double NEAREST = 0.387;
    private static final double FARTHEST = 30.07;

    static final List<Exercise> EXERCISES = List.of(
            new Exercise("00.1", Chapter00::lawOverPlanets, "the law goes through all eight."),
            new Exercise(
                    "00.2",
                    Expectation.number(4.6, 0.05)
                            .hint(n -> n == 0, "nobody's year takes no time. Is the stub still empty?")
                            .hint(
                                    n -> Math.abs(n - Math.pow(2.77, 2)) < 0.05
                                            || Math.abs(n - 2.77 * 2.77 * 2.77) < 0.5,
                                    "that is the square or the cube. In the law the year is squared too: which root is"
                                            + " missing?"),
                    "between Mars and Jupiter, as its distance is."));

    private Chapter00() {}

    private static Optional<String> lawOverPlanets(Object answer) {
        if (!(answer instanceof Chart chart) || !(chart.xchart() instanceof XYChart drawn)) {
            return Optional.of("I expected a chart of points and lines.");
        }
        List<XYSeries> lines = drawn.getSeriesCollection().stream()
                .filter(series -> series.getXYSeriesRenderStyle()
                        .filter(style -> style == XYSeriesRenderStyle.Line)
                        .isPresent())
                // points are a line without a stroke
                .filter(series -> !SeriesLines.NONE.equals(series.getLineStyle()))
                .toList();
        if (lines.isEmpty()) {
            return Optional.of("there is no line in it yet, only the points. The cell with the slider has a withLine.");
        }
        List<XYSeries> laws = lines.stream().filter(Chapter00::isLaw).toList();
        if (laws.isEmpty()) {
            return Optional.of("there is a line, but it is not the distance to the power 1.5 everywhere.");
        }
        if (laws.stream().noneMatch(Chapter00::spansThePlanets)) {
            return Optional.of("the line is right, but it does not reach from Mercury to Neptune.");
        }
        return drawn.getTitle().isBlank() ? Optional.of("the line is there. What is the title?") : Optional.empty();
    }

    private static boolean isLaw(XYSeries series) {
        double[] x = series.getXData();
        double[] y = series.getYData();
        return IntStream.range(0, x.length).allMatch(i -> Math.abs(y[i] / Math.pow(x[i], POWER) - 1) < 1e-2);
    }

    private static boolean spansThePlanets(XYSeries series) {
        double[] x = series.getXData();
        return Arrays.stream(x).min().orElse(FARTHEST) <= NEAREST
                && Arrays.stream(x).max().orElse(NEAREST) >= FARTHEST;
    }
}
