package io.jotter.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.jotter.server.ScriptedSession;
import io.jotter.testkit.Channel;
import io.jotter.testkit.FakeClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MainTests {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        System.setErr(before);
    }

    @Test
    void startedByHandItSaysWhoStartsIt() {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).contains("started by Jupyter").contains("jotter install --user");
    }

    @Test
    void aConnectionFileThatIsNotThereIsNamed() {
        assertThat(run(directory.resolve("kernel.json").toString())).isEqualTo(1);
        assertThat(said()).contains("kernel.json").contains("is not there");
    }

    @Test
    void aConnectionFileThatIsNoneIsNamedWithWhatIsWrong() throws IOException {
        Path file = Files.writeString(directory.resolve("kernel.json"), "[]");
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(said()).contains(file.toString()).contains("not a JSON object");
    }

    @Test
    void aPortThatIsTakenIsToldAndTheKeyIsNot() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JsonObject connection = connection();
            connection.addProperty(Channel.SHELL.portName(), taken.getLocalPort());
            Path file = Files.writeString(directory.resolve("kernel.json"), connection.toString());
            assertThat(run(file.toString())).isEqualTo(1);
            assertThat(said())
                    .contains("cannot listen")
                    .contains(Integer.toString(taken.getLocalPort()))
                    .doesNotContain("a secret");
        }
    }

    @Test
    void aShutdownEndsItInOrder() throws Exception {
        JsonObject connection = connection();
        Path file = Files.writeString(directory.resolve("kernel.json"), connection.toString());
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> run(file.toString()));
        try (FakeClient client = new FakeClient(connection)) {
            client.send(Channel.CONTROL, "shutdown_request", new JsonObject());
            assertThat(code.get(20, TimeUnit.SECONDS)).isZero();
        }
    }

    private static int run(String... arguments) {
        return Main.run(arguments, Map.of(), ScriptedSession::new);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** A connection with ports that are free. */
    private static JsonObject connection() throws IOException {
        JsonObject connection = new JsonObject();
        connection.addProperty("ip", "127.0.0.1");
        connection.addProperty("key", "a secret");
        List<ServerSocket> held = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(free);
            connection.addProperty(channel.portName(), free.getLocalPort());
        }
        for (ServerSocket free : held) {
            free.close();
        }
        return connection;
    }
}
