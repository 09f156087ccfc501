package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may be at the other end of the wire. */
@Timeout(60)
class WireDoorTests {
    private final List<SocketChannel> called = new ArrayList<>();
    private WireDoor door;
    private Endpoint endpoint;
    private CompletableFuture<FrameChannel> admitted;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        ServerSocketChannel server = Endpoint.listen(directory.resolve("wire"));
        door = new WireDoor(server, "the token");
        endpoint = Endpoint.parse(door.address());
        admitted = CompletableFuture.supplyAsync(() -> {
            try {
                return door.admit();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        for (SocketChannel each : called) {
            each.close();
        }
    }

    @Test
    void behindAllWhoHaveNoTokenTheWorkerIsAdmitted() throws IOException {
        SocketChannel silent = call();
        SocketChannel liar = call();
        new FrameChannel(liar).write(new Frame.Hello("another token"));
        assertHungUpOn(liar);
        SocketChannel large = call();
        large.write(ByteBuffer.allocate(4).putInt(1 << 29).flip());
        assertHungUpOn(large);
        SocketChannel noise = call();
        noise.write(ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertHungUpOn(noise);
        assertThat(door.othersInWords()).contains("turned away");

        FrameChannel worker = new FrameChannel(call());
        worker.write(new Frame.Hello("the token"));
        worker.write(new Frame.Answer(1, true, "it is me"));
        assertThat(admitted.join().read()).isEqualTo(new Frame.Answer(1, true, "it is me"));
        assertHungUpOn(silent);
    }

    @Test
    void behindTheWorkerTheDoorIsShut() throws IOException {
        new FrameChannel(call()).write(new Frame.Hello("the token"));
        admitted.join();
        assertThatThrownBy(this::call).isInstanceOf(IOException.class);
    }

    @Test
    void aCrowdThatSaysNothingDoesNotGrow() throws IOException {
        for (int i = 0; i < 16; i++) {
            call();
        }
        assertHungUpOn(call());
        assertThat(admitted).isNotDone();
    }

    @Test
    void whoShutsTheDoorEndsTheWait() {
        door.close();
        assertThatThrownBy(admitted::join).hasCauseInstanceOf(IOException.class);
    }

    private SocketChannel call() throws IOException {
        SocketChannel caller = endpoint.connect();
        called.add(caller);
        return caller;
    }

    private static void assertHungUpOn(SocketChannel caller) throws IOException {
        try {
            assertThat(caller.read(ByteBuffer.allocate(1))).isNegative();
        } catch (java.net.SocketException reset) {
            assertThat(reset).isNotNull();
        }
    }
}
