package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may be at the other end of the debugger's connection. */
@Timeout(60)
class DebuggerStopTests {
    private static final byte[] HANDSHAKE = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
    private DebuggerStop debugger;
    private CompletableFuture<Void> accepting;

    @BeforeEach
    void listen() throws IOException {
        debugger = DebuggerStop.listen("the token");
        accepting = CompletableFuture.runAsync(debugger::accept);
    }

    @AfterEach
    void close() {
        debugger.close();
    }

    @Test
    void aForeignCallerIsTurnedAwayAndTheAgentBehindItServed() throws IOException {
        try (Socket foreign = call();
                Socket silent = call();
                Socket agent = call()) {
            foreign.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(foreign.getInputStream().readNBytes(HANDSHAKE.length)).isEqualTo(HANDSHAKE);
            assertThat(foreign.getInputStream().read()).as("it was hung up on").isNegative();
            agent.getOutputStream().write(HANDSHAKE);
            accepting.join();
            assertThat(silent.getInputStream().readAllBytes()).isEqualTo(HANDSHAKE);
            assertThat(agent.getInputStream().readNBytes(HANDSHAKE.length)).isEqualTo(HANDSHAKE);
        }
    }

    @Test
    void onceTheAgentHasCalledNoPortStandsOpen() throws IOException {
        int port = debugger.port();
        try (Socket agent = call()) {
            agent.getOutputStream().write(HANDSHAKE);
            accepting.join();
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"the token, true", "another token, false"})
    void aJvmIsBelievedOnlyWhenItHoldsTheToken(String held, boolean believed) throws Exception {
        try (ServerSocketChannel server = Endpoint.listenOnLoopback()) {
            Process worker = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=127.0.0.1:"
                                    + debugger.port(),
                            "-jar",
                            Path.of(System.getProperty("jotter.worker"))
                                    .normalize()
                                    .toString())
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream given = worker.getOutputStream()) {
                given.write((Endpoint.of(server).toText() + "\n" + held + "\n\n").getBytes(StandardCharsets.UTF_8));
                given.flush();
                try (SocketChannel wire = server.accept()) {
                    assertThat(new FrameChannel(wire).read()).isEqualTo(new Frame.Hello(held));
                    accepting.join();
                    assertThat(debugger.prepare()).isEqualTo(believed);
                    assertThat(debugger.stopTargets()).isEqualTo(believed);
                }
            } finally {
                worker.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void withoutAnAgentNothingIsStoppedAndNothingWaits() {
        assertThat(debugger.stopTargets()).isFalse();
        assertThat(debugger.hunt()).isNull();
        debugger.close();
        accepting.join();
        assertThat(debugger.prepare()).isFalse();
    }

    private Socket call() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), debugger.port());
    }
}
