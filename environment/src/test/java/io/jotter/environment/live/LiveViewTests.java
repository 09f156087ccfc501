package io.jotter.environment.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import io.jotter.environment.RecordingHost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveViewTests {
    private final RecordingHost notebook = RecordingHost.running();
    private final AtomicInteger state = new AtomicInteger();
    private final CountDownLatch twoPictures = new CountDownLatch(3);
    private final LiveView view = new LiveView(this::picture, failed -> {});

    private MimeBundle picture() {
        twoPictures.countDown();
        return MimeBundle.text(String.valueOf(state.get()));
    }

    @AfterEach
    void end() {
        notebook.statementEnds(false);
    }

    @Test
    void isDrawnAtMostTenTimesASecond() throws InterruptedException {
        view.open();
        long begin = System.nanoTime();
        while (twoPictures.getCount() > 0) {
            state.incrementAndGet();
            view.changed();
        }
        twoPictures.await();

        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(2 * LiveView.PACE);
    }

    @Test
    void aLastChangeIsDrawnThoughTheLoopDoesNothingMore() throws InterruptedException {
        view.open();
        state.set(1);
        view.changed();
        // a second change while the first is on its way asks for nothing, and is drawn with it
        state.set(2);
        view.changed();
        while (notebook.updated.isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(notebook.lastText()).isEqualTo("2");
    }

    @Test
    void theEndOfTheStatementDrawsTheLastState() {
        view.open();
        state.set(7);
        view.changed();
        notebook.statementEnds(true);

        assertThat(notebook.lastText()).isEqualTo("7");
        assertThat(notebook.updated).hasSize(1);
    }

    @Test
    void aViewOfAnEarlierStatementIsDrawnWhenALaterOneChangesIt() {
        view.open();
        notebook.statementEnds(false);
        state.set(3);
        view.changed();
        notebook.statementEnds(false);

        assertThat(notebook.lastText()).isEqualTo("3");
        assertThat(notebook.displayed).hasSize(1);
    }

    @Test
    void nothingIsDrawnWhereNothingHasChanged() {
        view.open();
        notebook.statementEnds(false);
        view.changed();
        notebook.statementEnds(false);

        assertThat(notebook.updated).isEmpty();
    }

    @Test
    void aPainterThatWasStoppedIsReplaced() throws InterruptedException {
        view.open();
        state.set(1);
        view.changed();
        Thread painter = painter();
        painter.interrupt();
        painter.join();
        notebook.statementEnds(false);
        state.set(2);
        view.changed();
        while (!notebook.lastText().equals("2")) {
            Thread.onSpinWait();
        }

        assertThat(Notebook.isRunning()).isTrue();
    }

    private static Thread painter() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("live-pictures"))
                .findFirst()
                .orElseThrow();
    }
}
