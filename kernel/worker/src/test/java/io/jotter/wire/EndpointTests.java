package io.jotter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTests {
    @Test
    void anEndpointIsReadAsItWasWritten() {
        Endpoint unix = new Endpoint.Unix(Path.of("a folder", "port:wire"));
        Endpoint loopback = new Endpoint.Loopback(40_123);
        assertThat(Endpoint.parse(unix.toText())).isEqualTo(unix);
        assertThat(Endpoint.parse(loopback.toText())).isEqualTo(loopback);
    }

    @Test
    void whereThePathIsTooLongForASocketALoopbackPortServes(@TempDir Path directory) throws IOException {
        try (ServerSocketChannel server = Endpoint.listen(directory.resolve("x".repeat(Endpoint.LONGEST_PATH)))) {
            Endpoint endpoint = Endpoint.of(server);
            assertThat(endpoint).isInstanceOf(Endpoint.Loopback.class);
            try (SocketChannel worker = endpoint.connect();
                    SocketChannel front = server.accept()) {
                new FrameChannel(worker).write(new Frame.Hello("by loopback"));
                assertThat(new FrameChannel(front).read()).isEqualTo(new Frame.Hello("by loopback"));
            }
        }
    }
}
