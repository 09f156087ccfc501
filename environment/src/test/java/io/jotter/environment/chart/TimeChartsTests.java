package io.jotter.environment.chart;

import static io.jotter.environment.chart.Charts.bar;
import static io.jotter.environment.chart.Charts.plot;
import static io.jotter.environment.chart.Charts.scatter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;

class TimeChartsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final double[] Y = {3, 1};

    @Test
    void daysAndMomentsArePlacesOnTheXAxis() {
        LocalDate next = DAY.plusDays(2);
        for (Object x : List.of(
                List.of(DAY, next),
                new LocalDate[] {DAY, next},
                List.of(DAY.atStartOfDay(), next.atStartOfDay()),
                List.of(Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z")),
                DateColumn.create("day", DAY, next),
                DateTimeColumn.create("at", DAY.atStartOfDay(), next.atStartOfDay()),
                InstantColumn.create(
                        "at", Instant.parse("2026-01-31T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z")))) {
            assertThat(plot(x, Y).words()).contains("2 points, x from 2026-01-31 to 2026-02-02, y goes from 3 to 1");
            assertThat(scatter(x, Y).words()).contains("x from 2026-01-31 to 2026-02-02");
            assertThat(bar(x, Y).words()).contains("2026-01-31", "3");
        }
    }

    @Test
    void aMissingDayHasNoPlace() {
        Object x = Arrays.asList(null, DAY, DAY.plusDays(1));
        assertThat(plot(x, new double[] {1, 2, 3}).words()).contains("2 points", "1 of 3 values cannot be placed");
    }

    @Test
    void datesAndNumbersAreNotMixed() {
        Chart dated = plot(List.of(DAY, DAY.plusDays(1)), Y);
        assertThatThrownBy(() -> dated.with("more", Y, Y)).hasMessageContaining("x axis is of dates");
        assertThatThrownBy(() -> plot(Y).withLine("more", List.of(DAY, DAY), Y))
                .hasMessageContaining("x axis is of numbers");
        assertThatThrownBy(dated::logX).hasMessageContaining("no logarithm");
        assertThatThrownBy(() -> plot(List.of(DAY, 7), Y)).hasMessageContaining("“7” is a Integer among dates");
    }

    @Test
    void ticksAreAtRoundDates() {
        assertThat(labels("2026-01-15T00:00", "2026-07-02T00:00"))
                .containsExactly("Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026", "Jul 2026");
        assertThat(labels("1987-05-01T00:00", "2026-07-02T00:00")).containsExactly("1990", "2000", "2010", "2020");
        assertThat(labels("2026-01-01T00:00", "2026-01-20T00:00"))
                .as("Mondays")
                .containsExactly("5 Jan 2026", "12 Jan 2026", "19 Jan 2026");
        assertThat(labels("2026-01-01T21:30", "2026-01-02T02:10"))
                .containsExactly("1 Jan 22:00", "23:00", "2 Jan 00:00", "01:00", "02:00");
        assertThat(labels("2026-01-01T10:00:03", "2026-01-01T10:00:30"))
                .containsExactly("1 Jan 10:00", "10:00:10", "10:00:15", "10:00:20", "10:00:25", "10:00:30");
    }

    @Test
    void hoverHasTimeToo() {
        String json = VegaLiteSpec.of(
                        new Content.Curves(
                                List.of(new Series("y", Times.places(List.of(DAY)), new double[] {1}, true, false))),
                        Look.PLAIN.dated(true))
                .toString();
        assertThat(json).contains("\"temporal\"", "\"utc\"", "utcyearmonthdate");
    }

    @Test
    void ofManyDecadesOnlyTheDecadesAreDrawn() {
        assertThat(OwnTicks.decadesWithin(new double[] {2e-3, 5e2})).containsExactly(1e-2, 1e-1, 1, 10, 100);
        assertThat(hasGridOfXChart(1e-9)).isFalse();
        assertThat(hasGridOfXChart(0.1)).isTrue();
    }

    private static boolean hasGridOfXChart(double least) {
        Look look = Look.PLAIN.logarithmic(false, true);
        Series series = new Series("y", new double[] {1, 2}, new double[] {least, 1}, true, false);
        XYChart frame = Drawing.frameOf(new Content.Curves(List.of(series)), look);
        OwnTicks.instead(frame, List.of(series), look);
        return frame.getStyler().isPlotGridHorizontalLinesVisible();
    }

    private static List<String> labels(String from, String to) {
        return TimeTicks.between(Times.place(LocalDateTime.parse(from)), Times.place(LocalDateTime.parse(to)), 6)
                .stream()
                .map(TimeTicks.Tick::label)
                .toList();
    }
}
