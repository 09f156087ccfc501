package io.jotter.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kernel whose server was killed must not live on for ever. */
class ParentProcessTests {
    private final CompletableFuture<String> gone = new CompletableFuture<>();

    @Test
    void theEndOfTheServerIsNoticed() throws Exception {
        Process server = new ProcessBuilder("sleep", "600").start();
        ParentProcess.whenGone(
                Map.of("JPY_PARENT_PID", Long.toString(server.pid())), () -> gone.complete("it has ended"));
        assertThat(gone).isNotDone();
        server.destroyForcibly();
        assertThat(gone.get(20, TimeUnit.SECONDS)).isEqualTo("it has ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no number", "0", "1", "-5", "99999999999"})
    void whatNamesNoServerThatCanBeSeenEndsNothing(String pid) {
        ParentProcess.whenGone(Map.of("JPY_PARENT_PID", pid), () -> gone.complete("it has ended"));
        ParentProcess.whenGone(Map.of(), () -> gone.complete("it has ended"));
        assertThat(gone).isNotDone();
    }
}
