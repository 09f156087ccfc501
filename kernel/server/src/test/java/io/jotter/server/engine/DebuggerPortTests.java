package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class DebuggerPortTests {
    @Test
    void kernelsThatStartAtOnceTakeNoPortThatJupyterWasPromised() throws IOException {
        for (int kernel = 0; kernel < 50; kernel++) {
            try (ServerSocket listener = DebuggerPort.listen()) {
                assertThat(listener.getLocalPort()).isBetween(DebuggerPort.FIRST, DebuggerPort.LAST);
                assertThat(listener.getInetAddress().isLoopbackAddress()).isTrue();
            }
        }
    }
}
