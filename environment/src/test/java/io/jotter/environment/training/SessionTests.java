package io.jotter.environment.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import io.jotter.environment.RecordingHost;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SessionTests {
    private static final long MILLISECOND = 1_000_000;

    private final List<TrainingView> shown = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();
    private final Screen screen = new Screen() {
        @Override
        void show(TrainingView view, boolean lasting) {
            shown.add(view);
        }
    };

    @Test
    void showsAtMostFiveTimesASecondAndAlwaysTheLastState() {
        Session session = session(1, 32_000);
        for (int batch = 1; batch <= 1000; batch++) {
            step(session, batch * 32L, 1);
        }
        session.epochEnds(clock.get());

        assertThat(shown).hasSizeBetween(5, 8);
        assertThat(last().progress().state()).isEqualTo(Progress.State.FINISHED);
        assertThat(last().progress().share()).isEqualTo(1);
        assertThat(last().plain()).contains("1 epoch in 1.0 s", "32,000 examples/s");
    }

    @Test
    void bothChartsFitSideBySideIntoACellOfJupyterLab() {
        Session session = session(1, 32_000);
        session.sampling(32).loss(2.3, 32);
        session.sampling(32).accuracy(0.1, 32);
        session.epochEnds(clock.get());

        int together = Pattern.compile("<svg [^>]* width=\"(\\d+)\"")
                .matcher(String.valueOf(last().toMimeBundle()))
                .results()
                .mapToInt(svg -> Integer.parseInt(svg.group(1)) + 8)
                .sum();
        // 1,280 pixels less the file browser, the side bars and the prompt
        assertThat(together).isBetween(600, 800);
    }

    @Test
    void theChartsSpanAllEpochsFromTheFirstSampleOn() {
        Session session = session(5, 32_000);
        session.sampling(32).loss(2.3, 32);
        session.stop(clock.get());

        assertThat(String.valueOf(last().toMimeBundle()))
                .contains(">0</text>", ">5</text>", "<circle")
                .doesNotContain(">-0");
    }

    @Test
    void theTimeLeftFollowsTheRate() {
        Session session = session(2, 10_000);
        for (int batch = 1; batch <= 50; batch++) {
            step(session, batch * 100L, 10);
        }

        Progress progress = last().progress();
        assertThat(progress.perSecond()).isBetween(9_900.0, 10_100.0);
        assertThat(progress.left()).isBetween(1.4, 1.7);
        assertThat(last().plain()).contains("epoch 1 of 2", "s left");
    }

    @Test
    void samplesWithinItsBudgetButNeverRarerThanFourASecond() {
        Session session = session(1, 1_000_000);
        int samples = 0;
        for (int batch = 1; batch <= 1000; batch++) {
            clock.addAndGet(MILLISECOND);
            long now = clock.get();
            if (session.wantsSample(now)) {
                samples++;
                session.sampling(batch);
                clock.addAndGet(MILLISECOND / 5);
            }
            session.batch(batch, now);
        }

        assertThat(samples).isBetween(50, 100);
    }

    @Test
    void measuresAreMeansOfWhatWasSeen() {
        Session session = session(2, 1000);
        Session.Sink first = session.sampling(10);
        first.loss(2, 32);
        first.accuracy(0.25, 32);
        Session.Sink second = session.sampling(11);
        second.loss(1, 32);
        second.accuracy(0.75, 32);
        session.stop(0);

        assertThat(last().measures().loss().last()).isEqualTo(1.5);
        assertThat(last().plain()).contains("loss 1.5000", "accuracy 0.5000");
    }

    @Test
    void whatWasStoppedSaysWhereAndIsShownOnce() {
        Session session = session(5, 1000);
        step(session, 500, 100);
        session.stop(clock.get());
        int views = shown.size();
        session.stop(clock.get());
        session.epochEnds(clock.get());

        assertThat(shown).hasSize(views);
        assertThat(last().plain()).contains("stopped in epoch 1 of 5", "10 %");
    }

    @Test
    void aBatchBeforeTheLastOneBelongsToANewTraining() {
        Session session = session(5, 1000);
        step(session, 500, 1);

        assertThat(session.continuesAt(532)).isTrue();
        assertThat(session.continuesAt(32)).isFalse();
        session.epochEnds(clock.get());
        assertThat(session.continuesAt(32)).isTrue();
    }

    @Test
    void aFinishedTrainingIsNotContinued() {
        Session session = session(1, 1000);
        session.epochEnds(5);

        assertThat(session.continuesAt(32)).isFalse();
    }

    @Test
    void validationIsDrawnAtTheEndOfItsEpoch() {
        Session session = session(3, 1000);
        session.validating().accuracy(0.9, 1000);
        session.epochEnds(0);
        session.validating().accuracy(0.95, 1000);
        session.epochEnds(0);

        assertThat(last().measures().heldOutAccuracy().ends()).containsExactly(1, 2);
        assertThat(last().plain()).contains("held out 0.9500");
    }

    @Test
    void thePageGetsOnePlaceThatIsReplaced() {
        RecordingHost notebook = RecordingHost.running();
        Session session = new Session(2, 1000, new Screen(), 0, clock::get);
        session.sampling(500).loss(0.5, 32);
        session.sampling(500).accuracy(0.5, 32);
        session.epochEnds(10);
        session.epochEnds(20);

        assertThat(notebook.displayed).hasSize(1);
        assertThat(notebook.updated).hasSize(2);
        String html = String.valueOf(notebook.updated.get(1).data().get(MimeBundle.HTML));
        assertThat(html).contains("role=\"progressbar\"", "aria-valuenow=\"100\"", "role=\"img\"", "var(--jp-");
        assertThat(html.split("<svg", -1)).hasSize(3);
    }

    @Test
    void aTerminalGetsAShortLine() {
        Session session = session(5, 1000);
        session.sampling(500).loss(Double.NaN, 32);
        step(session, 500, 1000);

        assertThat(last().plain()).hasSizeLessThan(120).doesNotContain("<").contains("█", "loss NaN");
    }

    @Test
    void aLongTrainingDrawsAsFewPointsAsAShortOne() {
        Curve curve = new Curve(500, 100);
        for (int i = 0; i < 500; i++) {
            curve.add(i + 0.5, i, 1);
        }

        assertThat(curve.x()).hasSize(100);
        assertThat(curve.last()).isEqualTo(497);
    }

    private Session session(int epochs, long total) {
        return new Session(epochs, total, screen, 0, clock::get);
    }

    private void step(Session session, long example, long milliseconds) {
        clock.addAndGet(milliseconds * MILLISECOND);
        session.batch(example, clock.get());
    }

    private TrainingView last() {
        return shown.get(shown.size() - 1);
    }
}
