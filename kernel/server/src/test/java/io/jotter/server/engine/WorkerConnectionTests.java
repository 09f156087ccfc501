package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.MimeBundle;
import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import io.jotter.wire.RunOutcome;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front's end of the wire, with a test at the other end. */
class WorkerConnectionTests {
    private final RecordingEvents events = new RecordingEvents();
    private WorkerConnection connection;
    private FrameChannel worker;
    private Thread reader;

    @BeforeEach
    void connect(@TempDir Path directory) throws IOException {
        try (ServerSocketChannel server = Endpoint.listen(directory.resolve("wire"))) {
            worker = new FrameChannel(Endpoint.of(server).connect());
            connection = new WorkerConnection(new FrameChannel(server.accept()), events);
        }
        reader = new Thread(connection::readFrames, "reader");
        reader.setDaemon(true);
    }

    @AfterEach
    void close() throws IOException {
        worker.close();
        connection.close();
    }

    @Test
    void whatAWorkerPrintedBeforeItsEndIsShownBeforeTheEndIsTold() throws Exception {
        CompletableFuture<Boolean> shownFirst = CompletableFuture.supplyAsync(() -> {
            assertThatThrownBy(() -> connection.run(this::run)).isInstanceOf(WorkerDiedException.class);
            return events.texts.contains("last words");
        });
        worker.read();
        byte[] text = "last words".getBytes(StandardCharsets.UTF_8);
        worker.write(new Frame.Output("cell", false, text, text.length));
        worker.close();
        Thread end = new Thread(connection::died, "end");
        end.start();
        // the process is known to have ended before anything of its last output was read
        Awaitility.await().until(() -> end.getState() == Thread.State.TIMED_WAITING || !end.isAlive());
        reader.start();
        assertThat(shownFirst.get()).isTrue();
    }

    @Test
    void afterTheEndNobodyWaitsForAnAnswer() throws IOException {
        reader.start();
        worker.close();
        connection.died();
        assertThatThrownBy(() -> connection.ask(Frame.EndCell::new)).isInstanceOf(WorkerDiedException.class);
        assertThatThrownBy(() -> connection.run(this::run)).isInstanceOf(WorkerDiedException.class);
    }

    @Test
    void answersFindTheirAskersInWhateverOrderTheyCome() throws Exception {
        reader.start();
        CompletableFuture<Frame> first = ask();
        int firstCall = ((Frame.EndCell) worker.read()).call();
        CompletableFuture<Frame> second = ask();
        int secondCall = ((Frame.EndCell) worker.read()).call();
        worker.write(new Frame.Answer(secondCall, true, "second"));
        worker.write(new Frame.Answer(firstCall, true, "first"));
        worker.write(new Frame.Answer(99, true, "nobody's"));
        assertThat(((Frame.Answer) first.get()).text()).isEqualTo("first");
        assertThat(((Frame.Answer) second.get()).text()).isEqualTo("second");
    }

    @Test
    void whatARunAsksIsServedByTheThreadThatWaitsForIt() throws Exception {
        reader.start();
        CompletableFuture<RunOutcome> run = CompletableFuture.supplyAsync(() -> {
            try {
                return connection.run(this::run);
            } catch (WorkerDiedException e) {
                throw new AssertionError(e);
            }
        });
        int call = ((Frame.Run) worker.read()).call();
        worker.write(new Frame.Input(5, "name?", false));
        assertThat(worker.read()).isEqualTo(new Frame.Answer(5, true, "answer to name?"));
        RunOutcome returned = new RunOutcome.Returned(MimeBundle.text("2"));
        worker.write(new Frame.Ran(call, returned));
        assertThat(run.get()).isEqualTo(returned);
    }

    @Test
    void aThreadInTheBackgroundIsRefusedInWords() throws IOException {
        reader.start();
        worker.write(new Frame.Input(5, "name?", false));
        assertThat(((Frame.Answer) worker.read()).text()).contains("only while a cell runs");
        worker.write(new Frame.Eval(6, "1"));
        assertThat(((Frame.Value) worker.read()).texts().get(0)).contains("only while a cell runs");
    }

    private CompletableFuture<Frame> ask() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return connection.ask(Frame.EndCell::new);
            } catch (WorkerDiedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private Frame run(int call) {
        return new Frame.Run(call, 1, 0, "A", "do_it$", true);
    }
}
