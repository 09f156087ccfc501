package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.wire.Frame;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code System.in}: each line is asked for when it is needed, and not before. */
class CellInputTests {
    private final Outbox outbox = new Outbox(new Pace(1e12, System::nanoTime));
    private final Cells cells = new Cells();
    private final FrontCalls front = new FrontCalls(outbox);
    private final InputStream in = new CellInput(front, cells);

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void linesAreReadAsTheReaderTypesThem() throws IOException {
        answering(true, "Ünï 😀", "", "last");
        cells.begin("cell");
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine()))
                .containsExactly("Ünï 😀", "", "last");
    }

    @Test
    void aReadTakesWhatIsThereAndAsksForNoFurtherLine() throws IOException {
        answering(true, "ab");
        cells.begin("cell");
        byte[] target = new byte[10];
        assertThat(in.read(target, 0, 2)).isEqualTo(2);
        assertThat(in.available()).isEqualTo(1);
        assertThat(in.read(target, 2, 8)).isEqualTo(1);
        assertThat(target).startsWith('a', 'b', '\n');
        assertThat(in.read(target, 0, 0)).isZero();
    }

    @Test
    void withNoCellRunningItFailsWithASentence() {
        assertThatThrownBy(in::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("only while a cell runs: there is no one to ask");
        cells.begin("cell");
        cells.end();
        assertThatThrownBy(() -> in.read(new byte[4])).hasMessageContaining("only while a cell runs");
    }

    @Test
    void whatTheFrontRefusesIsTheExceptionsMessage() {
        answering(false, "There is no one to ask.");
        cells.begin("cell");
        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("There is no one to ask.");
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        cells.begin("cell");
        Thread reader = Thread.currentThread();
        Thread asked = new Thread(() -> {
            takeQuestion();
            reader.interrupt();
        });
        asked.start();
        assertThatThrownBy(in::read).hasMessageContaining("Interrupted while waiting for input");
        asked.join();
    }

    /** A front that answers each question with the next of these. */
    private void answering(boolean ok, String... answers) {
        Queue<String> left = new ArrayDeque<>(List.of(answers));
        Thread answerer = new Thread(() -> {
            while (!left.isEmpty()) {
                int call = takeQuestion();
                front.answered(call, new Frame.Answer(call, ok, left.remove()));
            }
        });
        answerer.setDaemon(true);
        answerer.start();
    }

    private int takeQuestion() {
        try {
            return ((Frame.Input) outbox.take().get(0)).call();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
