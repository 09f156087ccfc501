package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import io.jotter.server.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A session over a real worker, with what it shows recorded. */
final class TestNotebook implements AutoCloseable {
    private final Recording recording;
    private final NotebookSession session;
    private final ExecutorService cells = Executors.newSingleThreadExecutor();
    private int count;

    private TestNotebook(NotebookSession session, Recording recording) {
        this.session = session;
        this.recording = recording;
    }

    static TestNotebook open() throws IOException {
        return open(null);
    }

    /** With the jars preloaded that a file names. */
    static TestNotebook open(@Nullable Path environment) throws IOException {
        Recording recording = new Recording();
        Path worker = Path.of(System.getProperty("jotter.worker")).normalize();
        EngineSettings settings =
                new EngineSettings(worker, environment, Path.of("").toAbsolutePath(), List.of());
        return new TestNotebook(NotebookSession.start(settings, recording), recording);
    }

    Session session() {
        return session;
    }

    /** Runs a cell to its end. */
    Result run(String code) {
        int number = ++count;
        String cell = "cell-" + number;
        EvalOutcome outcome = session.execute(cell, number, code, true);
        return new Result(cell, outcome, recording);
    }

    /** Starts a cell of one snippet, a block, which is running when this returns. */
    Future<Result> start(String statements) throws InterruptedException {
        CountDownLatch begun = recording.latchFor("started");
        Future<Result> result = cells.submit(() -> run("{ System.out.println(\"started\"); " + statements + " }"));
        assertThat(begun.await(60, TimeUnit.SECONDS)).as("the cell has begun").isTrue();
        return result;
    }

    /** Does something and waits until the text is shown. */
    void afterText(String text, Runnable action) throws InterruptedException {
        CountDownLatch shown = recording.latchFor(text);
        action.run();
        assertThat(shown.await(60, TimeUnit.SECONDS)).as(text).isTrue();
    }

    String textOf(String cell) {
        return recording.text(cell);
    }

    @Override
    public void close() {
        session.close();
        cells.shutdownNow();
    }

    /** What came of a cell. */
    record Result(String cell, EvalOutcome outcome, Recording recording) {
        Result hasText(String expected) {
            assertThat(outcome).isInstanceOf(EvalOutcome.Value.class);
            assertThat(((EvalOutcome.Value) outcome).bundle().data().get(MimeBundle.PLAIN))
                    .isEqualTo(expected);
            return this;
        }

        Result hasNoValue() {
            assertThat(outcome).isEqualTo(new EvalOutcome.Value(MimeBundle.empty()));
            return this;
        }

        Result printed(String expected) {
            assertThat(recording.text(cell)).isEqualTo(expected);
            return this;
        }

        Result failedAs(Class<? extends EvalOutcome.Failure> kind) {
            assertThat(outcome).isInstanceOf(kind);
            return this;
        }

        /** The lines of the error as they read, without colours. */
        String error() {
            assertThat(outcome).isInstanceOf(EvalOutcome.Failure.class);
            return String.join("\n", ((EvalOutcome.Failure) outcome).traceback())
                    .replaceAll("\u001b\\[[0-9;]*m", "");
        }
    }

    /** Keeps what is shown, by cell. */
    static final class Recording implements CellOutput {
        private final List<String[]> streams = new ArrayList<>();
        private final List<MimeBundle> displays = new ArrayList<>();
        private @Nullable String awaited;
        private @Nullable CountDownLatch latch;

        synchronized CountDownLatch latchFor(String text) {
            awaited = text;
            latch = new CountDownLatch(1);
            return latch;
        }

        synchronized String text(String cell) {
            StringBuilder text = new StringBuilder();
            streams.stream().filter(each -> each[0].equals(cell)).forEach(each -> text.append(each[1]));
            return text.toString();
        }

        synchronized List<MimeBundle> displays() {
            return List.copyOf(displays);
        }

        @Override
        public synchronized void stream(String cell, String name, String text) {
            streams.add(new String[] {cell, text});
            if (awaited != null && latch != null && text.contains(awaited)) {
                latch.countDown();
            }
        }

        @Override
        public synchronized void display(String cell, MimeBundle bundle, String displayId) {
            displays.add(bundle);
        }

        @Override
        public void updateDisplay(String cell, MimeBundle bundle, String displayId) {
            display(cell, bundle, displayId);
        }

        @Override
        public void clearOutput(String cell, boolean wait) {}

        @Override
        public String input(String cell, String prompt, boolean password) {
            return password ? "secret" : "answer to " + prompt;
        }

        @Override
        public void endInput(String why) {}

        @Override
        public void error(String cell, EvalOutcome.Failure failure) {
            stream(cell, "stderr", failure.name());
        }

        @Override
        public List<String> displacedBy(String cell) {
            return List.of();
        }

        @Override
        public void commOpen(
                String cell, String commId, String target, String data, String metadata, List<byte[]> buffers) {
            stream(cell, "comm", "open " + target + " " + data);
        }

        @Override
        public void commMessage(String cell, String commId, String data, String metadata, List<byte[]> buffers) {
            stream(cell, "comm", "message " + data);
        }

        @Override
        public void commClose(String cell, String commId, String data) {
            stream(cell, "comm", "close");
        }
    }
}
