package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.MimeBundle;
import io.jotter.testkit.StandInWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker that dies, hangs or lies as it starts is told of in words, in bounded time. */
@Timeout(60)
class WorkerStartTests {
    private static final Origin CELL = new Origin("In [1]", 1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private final RecordingEvents events = new RecordingEvents();
    private Path workerJar;

    @BeforeEach
    void makeStandIn(@TempDir Path directory) throws IOException {
        workerJar = StandInWorker.jar(directory, Path.of(System.getProperty("jotter.worker")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DIES_AT_START     | 30000 | could not start: it ended with exit code 7
            NEVER_CONNECTS    | 700   | could not start: it did not connect within 0.7 s
            NEVER_SAYS_HELLO  | 700   | could not start: it did not connect within 0.7 s
            HAS_A_WRONG_TOKEN | 700   | within 0.7 s; something else did in its place and was turned away
            TALKS_NONSENSE    | 30000 | ended because the kernel could not reach it any more
            CLOSES_THE_WIRE   | 30000 | ended because the kernel could not reach it any more""")
    void theFirstCellSaysWhatIsWrongWithTheWorker(StandInWorker worker, long toConnect, String words)
            throws IOException {
        try (JavaEngine engine = start(worker.jvmOptions(), Duration.ofMillis(toConnect))) {
            assertThat(died(engine).reason()).contains(words).doesNotContain("signal 9");
        }
    }

    @Test
    void whatAWorkerSaysBeforeItDiesIsPassedOnAndWhatToDo() throws IOException {
        try (JavaEngine engine = start(StandInWorker.DIES_AT_START.jvmOptions(), LONG)) {
            assertThat(died(engine).reason())
                    .contains("It said:\nThe stand-in does not want to start.")
                    .contains("%jvm --reset");
        }
    }

    @Test
    void anOptionThatTheJvmDoesNotKnowIsNamed() throws IOException {
        try (JavaEngine engine = start(List.of("-XX:+NoSuchOption"), LONG)) {
            assertThat(died(engine).reason()).contains("exit code 1").contains("NoSuchOption");
        }
    }

    @Test
    void afterThreeInARowNoOtherIsStartedByItself() throws IOException {
        try (JavaEngine engine = start(StandInWorker.DIES_AT_START.jvmOptions(), LONG)) {
            assertThat(died(engine).reason()).doesNotContain("in a row");
            assertThat(died(engine).reason()).doesNotContain("in a row");
            assertThat(died(engine).reason())
                    .contains("3 workers in a row have not come up")
                    .contains("%jvm");
            assertThat(died(engine).reason()).contains("3 workers in a row have not come up");
            assertThat(engine.beginCell("next")).isNull();
            assertThat(events.texts)
                    .filteredOn(text -> text.contains("does not want"))
                    .hasSize(3);
        }
    }

    @Test
    void otherOptionsBringAWorkerBackAfterItWasGivenUp() throws Exception {
        try (JavaEngine engine = start(StandInWorker.DIES_AT_START.jvmOptions(), LONG)) {
            for (int i = 0; i < 4; i++) {
                died(engine);
            }
            engine.restart(List.of());
            assertThat(engine.eval("1 + 1", CELL, true, 0))
                    .isEqualTo(new SnippetOutcome.Done(MimeBundle.text("2"), List.of()));
        }
    }

    @Test
    void optionsWithWhichNoWorkerComesUpAreTakenBack() throws Exception {
        try (JavaEngine engine = start(List.of(), LONG)) {
            engine.eval("int lost = 1;", CELL, false, 0);
            engine.eval("int kept() { return 2; }", CELL, false, 0);
            assertThatThrownBy(() -> engine.restart(StandInWorker.DIES_AT_START.jvmOptions()))
                    .isInstanceOfSatisfying(WorkerNotStartedException.class, refused -> {
                        assertThat(refused).hasMessageContaining("does not want to start");
                        assertThat(refused.lostVariables()).contains(List.of("lost"));
                    });
            assertThat(engine.jvmOptions()).isEmpty();
            assertThat(engine.eval("kept()", CELL, true, 0))
                    .isEqualTo(new SnippetOutcome.Done(MimeBundle.text("2"), List.of()));
        }
    }

    @Test
    @Timeout(20)
    void theEndOfTheKernelDoesNotWaitForAWorkerThatHangsAndDoesNotLeaveItBehind() throws Exception {
        start(StandInWorker.NEVER_CONNECTS.jvmOptions(), LONG).close();
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            if (child.info().commandLine().orElse("").contains(workerJar.toString())) {
                child.onExit().get();
            }
        }
    }

    private JavaEngine start(List<String> jvmOptions, Duration toConnect) throws IOException {
        EngineSettings settings = new EngineSettings(
                workerJar,
                null,
                Set.of(),
                Path.of("").toAbsolutePath(),
                List.of(),
                jvmOptions,
                List.of(),
                java.util.Map.of(),
                toConnect);
        return JavaEngine.start(settings, events, note -> {});
    }

    private static Death died(JavaEngine engine) {
        SnippetOutcome outcome = engine.eval("1 + 1", CELL, true, 0);
        assertThat(outcome).isInstanceOf(SnippetOutcome.Died.class);
        return ((SnippetOutcome.Died) outcome).death();
    }
}
