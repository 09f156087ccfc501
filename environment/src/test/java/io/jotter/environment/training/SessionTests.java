package io.jotter.environment.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import io.jotter.environment.RecordingHost;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTests {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final RecordingHost notebook = RecordingHost.running();
    private @Nullable Session current;

    @AfterEach
    void end() {
        notebook.statementEnds(false);
    }

    @Test
    void theLastStateIsShown() {
        Session session = session(1, 32_000);
        for (int batch = 1; batch <= 1000; batch++) {
            step(session, batch * 32L, 1);
        }
        session.epochEnds();

        assertThat(notebook.lastText()).contains("1 epoch in 1.0 s");
        assertThat(last().progress().state()).isEqualTo(Progress.State.FINISHED);
        assertThat(last().progress().share()).isEqualTo(1);
        assertThat(last().plain()).contains("1 epoch in 1.0 s", "32,000 examples/s");
    }

    @Test
    void bothChartsFitSideBySideIntoACellOfJupyterLab() {
        Session session = session(1, 32_000);
        session.sampling(32).loss(2.3, 32);
        session.sampling(32).accuracy(0.1, 32);
        session.epochEnds();

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
        session.stop();

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

        assertThat(samples).isBetween(20, 50);
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
        session.stop();

        assertThat(last().measures().loss().last()).isEqualTo(1.5);
        assertThat(last().plain()).contains("loss 1.5000", "accuracy 0.5000");
    }

    @Test
    void whatWasStoppedSaysWhereAndIsShownOnce() {
        Session session = session(5, 1000);
        step(session, 500, 100);
        session.stop();
        int views = notebook.updated.size();
        session.stop();
        session.epochEnds();

        assertThat(notebook.updated).hasSize(views);
        assertThat(last().plain()).contains("stopped in epoch 1 of 5", "10 %");
    }

    @Test
    void aBatchBeforeTheLastOneBelongsToANewTraining() {
        Session session = session(5, 1000);
        step(session, 500, 1);

        assertThat(session.continuesAt(532)).isTrue();
        assertThat(session.continuesAt(32)).isFalse();
        session.epochEnds();
        assertThat(session.continuesAt(32)).isTrue();
    }

    @Test
    void aFinishedTrainingIsNotContinued() {
        Session session = session(1, 1000);
        session.epochEnds();

        assertThat(session.continuesAt(32)).isFalse();
    }

    @Test
    void validationIsDrawnAtTheEndOfItsEpoch() {
        Session session = session(3, 1000);
        session.validating().accuracy(0.9, 1000);
        session.epochEnds();
        session.validating().accuracy(0.95, 1000);
        session.epochEnds();

        assertThat(last().measures().heldOutAccuracy().ends()).containsExactly(1, 2);
        assertThat(last().plain()).contains("held out 0.9500");
    }

    @Test
    void thePageGetsOnePlaceThatIsReplaced() {
        Session session = session(2, 1000);
        session.sampling(500).loss(0.5, 32);
        session.sampling(500).accuracy(0.5, 32);
        session.epochEnds();
        session.epochEnds();

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

        assertThat(last().plain()).hasSizeLessThan(220).doesNotContain("<").contains("█", "loss NaN");
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

    @Test
    void whatAStopEndedSaysSoThoughTheLoopDidNothingMore() {
        Session session = session(5, 1000);
        step(session, 500, 100);
        notebook.statementEnds(true);

        assertThat(notebook.lastText())
                .contains("stopped in epoch 1 of 5 after 0.1 s", "what was learnt until then is kept");
        assertThat(session.isOpen()).isFalse();
    }

    @Test
    void whatItTakesOfTheMachineIsSaid() {
        assertThat(new Machine(1_300_000_000, 300_000_000, 17, 1.84, 2).says())
                .isEqualTo("memory 1.3 GB (heap 300 MB, native 1.0 GB) · 17 threads · 1.8 of 2 cores");
        Machine machine = new MachineWatch().look();
        assertThat(machine.heap()).isGreaterThan(1_000_000);
        assertThat(machine.threads()).isGreaterThan(1);
        if (machine.memory() > 0) {
            assertThat(machine.memory()).isGreaterThan(machine.heap());
        }
    }

    @Test
    void furtherEvaluatorsHaveAChartAndANumber() {
        Session session = session(1, 1000);
        session.sampling(500).other("F1 <mean>", 0.75, 32);
        session.stop();

        assertThat(last().plain()).contains("F1 <mean> 0.7500");
        assertThat(String.valueOf(last().toMimeBundle().data().get(MimeBundle.HTML)))
                .contains("The F1 &lt;mean&gt; on training batches")
                .doesNotContain("<mean>");
    }

    private Session session(int epochs, long total) {
        Session session = new Session(epochs, total, 0, clock::get);
        session.open();
        current = session;
        return session;
    }

    private void step(Session session, long example, long milliseconds) {
        clock.addAndGet(milliseconds * MILLISECOND);
        session.batch(example, clock.get());
    }

    private TrainingView last() {
        return Objects.requireNonNull(current).moment();
    }
}
