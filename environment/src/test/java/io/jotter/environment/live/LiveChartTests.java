package io.jotter.environment.live;

import static io.jotter.environment.live.Live.liveChart;
import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import io.jotter.environment.RecordingHost;
import io.jotter.environment.figure.LineChart;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveChartTests {
    private final RecordingHost notebook = RecordingHost.running();

    @AfterEach
    void end() {
        notebook.statementEnds(false);
    }

    @Test
    void appearsWithItsFirstValueAndEndsWithItsLast() {
        LiveChart chart = liveChart("loss");
        assertThat(notebook.displayed).isEmpty();
        for (int step = 0; step <= 1000; step++) {
            chart.add(step, 1.0 / (step + 1));
        }
        notebook.statementEnds(true);

        assertThat(notebook.displayed).hasSize(1);
        assertThat(notebook.lastText())
                .startsWith("loss: █")
                .contains("0.0009990 at step 1,000")
                .doesNotContain("\n");
        assertThat(svg()).contains("role=\"img\"", "loss by step: loss 0.0009990 at 1,000", "1,001 values");
    }

    @Test
    void aPeakAmongAMillionIsKeptInBoundedMemory() {
        Course course = new Course();
        for (int i = 0; i < 1_000_000; i++) {
            course.add(i, i == 654_321 ? 99 : i == 123_456 ? -99 : Math.sin(i));
        }
        List<LineChart.Point> points = course.points();

        assertThat(points).hasSizeLessThanOrEqualTo(2 * Course.CAPACITY + 1).hasSizeGreaterThan(Course.CAPACITY / 2);
        assertThat(points).contains(new LineChart.Point(654_321, 99), new LineChart.Point(123_456, -99));
        assertThat(points.get(points.size() - 1)).isEqualTo(new LineChart.Point(999_999, Math.sin(999_999)));
        assertThat(points).extracting(LineChart.Point::x).isSorted();
    }

    @Test
    void fewPointsAreAllDrawn() {
        Course course = new Course();
        for (int i = 0; i < Course.CAPACITY; i++) {
            course.add(i, i * i);
        }

        assertThat(course.points()).hasSize(Course.CAPACITY);
    }

    @Test
    void severalCurvesHaveNames() {
        LiveChart chart = liveChart("loss").labelled("epochs", "cross entropy");
        chart.add("training", 1, 0.5);
        chart.add("held out", 1, 0.6);
        notebook.statementEnds(false);

        assertThat(svg()).contains(">training<", ">held out<", ">epochs<", ">cross entropy<");
        assertThat(notebook.lastText()).contains("training ▁ 0.5000", "held out ▁ 0.6000 at epochs 1");
    }

    @Test
    void aLogarithmicAxisHasPowersOfTenAndLeavesOutWhatHasNoLogarithm() {
        LiveChart chart = liveChart("loss").onLogScale();
        chart.add(0, 1000);
        chart.add(1, 1);
        chart.add(2, 0);
        chart.add(3, 0.001);
        notebook.statementEnds(false);

        assertThat(svg()).contains(">1000<", ">10<", ">0.001<");
        assertThat(svg()).containsPattern("points=\"([0-9.,]+ ){3}\"");
    }

    @Test
    void whatIsNoNumberIsSaidAndNotDrawn() {
        LiveChart chart = liveChart("loss");
        chart.add(0, Double.NaN);
        chart.add(1, 1);
        chart.add(2, Double.POSITIVE_INFINITY);
        notebook.statementEnds(false);

        assertThat(notebook.lastText()).contains("Infinity at step 2");
        assertThat(svg()).doesNotContain("NaN,", ",NaN", "Infinity,");
    }

    private String svg() {
        List<MimeBundle> all = notebook.updated.isEmpty() ? notebook.displayed : notebook.updated;
        return String.valueOf(all.get(all.size() - 1).data().get(MimeBundle.HTML));
    }
}
