package io.jotter.wire;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Both ends of a real wire, as {@link Endpoint} makes it. */
record WirePair(SocketChannel front, SocketChannel worker) implements AutoCloseable {
    static WirePair in(Path directory) throws IOException {
        try (ServerSocketChannel server = Endpoint.listen(directory.resolve("wire"))) {
            SocketChannel worker = Endpoint.parse(Endpoint.of(server).toText()).connect();
            return new WirePair(server.accept(), worker);
        }
    }

    @Override
    public void close() throws IOException {
        try (front;
                worker) {
            // both are closed, whichever fails
        }
    }
}
