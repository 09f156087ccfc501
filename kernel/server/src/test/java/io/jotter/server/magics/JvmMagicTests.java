package io.jotter.server.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmMagicTests {
    private final RecordingMagicContext notebook = new RecordingMagicContext(Path.of(""));

    @Test
    void theWorkerIsRestartedWithTheOptions() throws Exception {
        run("-Xmx4g", "-ea", "-Dkey=a value", "--add-opens", "java.base/java.lang=ALL-UNNAMED");

        assertThat(notebook.restarts).isEqualTo(1);
        assertThat(notebook.jvmOptions())
                .containsExactly("-Xmx4g", "-ea", "-Dkey=a value", "--add-opens=java.base/java.lang=ALL-UNNAMED");
        assertThat(notebook.printed).contains("-Xmx4g");
    }

    @Test
    void aloneItShowsTheOptions() throws Exception {
        assertThat(run()).isEqualTo(new MagicValue.Text("none of this notebook's own"));
        run("-Xmx4g");
        assertThat(run()).isEqualTo(new MagicValue.Text("-Xmx4g"));
    }

    @Test
    void aCellThatIsRunAgainKeepsTheVariables() throws Exception {
        run("-Xmx4g");
        run("-Xmx4g");

        assertThat(notebook.restarts).isEqualTo(1);
    }

    @Test
    void resetTakesTheOptionsAway() throws Exception {
        run("-Xmx4g");
        run("--reset");

        assertThat(notebook.jvmOptions()).isEmpty();
        assertThat(notebook.restarts).isEqualTo(2);
    }

    @Test
    void whatIsNoOptionIsRefusedBeforeAnythingIsLost() {
        for (String wrong : List.of("Xmx4g", "4g", "-version", "-jar", "--reset", "-D")) {
            assertThatExceptionOfType(MagicException.class)
                    .isThrownBy(() -> run("-ea", wrong))
                    .withMessageContaining("does not look like a JVM option");
        }
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> run("-Xmx4gb"))
                .withMessageContaining("is not a size");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> run("-cp", "x.jar"))
                .withMessageContaining("%classpath");
        assertThat(notebook.restarts).isZero();
    }

    private MagicValue run(String... arguments) throws MagicException {
        return new Magics(Magics.builtIn()).run(new MagicCall("jvm", List.of(arguments), null), notebook);
    }
}
