package io.jotter.server.engine;

import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at the wire's listener for the worker, who is known by its token. Who else calls is turned away, and who calls and
 * says nothing holds nobody up. Behind the worker the door is shut.
 */
final class WireDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WireDoor.class);
    /** So many may stand in the door without a word; it is shut in the face of the others. */
    private static final int MOST_AT_ONCE = 16;

    private final ServerSocketChannel server;
    private final byte[] token;
    private final String address;
    private final Set<SocketChannel> callers = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<FrameChannel> worker = new CompletableFuture<>();
    private volatile boolean othersCame;

    WireDoor(ServerSocketChannel server, String token) throws IOException {
        this.server = server;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.address = Endpoint.of(server).toText();
    }

    /** Where the worker has to call. */
    String address() {
        return address;
    }

    /**
     * Waits for the worker.
     *
     * @throws IOException if the door was shut before it came
     */
    FrameChannel admit() throws IOException {
        try (server) {
            while (true) {
                SocketChannel caller = server.accept();
                if (callers.size() >= MOST_AT_ONCE) {
                    turnAway(caller);
                    continue;
                }
                callers.add(caller);
                Thread greeting = new Thread(() -> greet(caller), "wire-greeting");
                greeting.setDaemon(true);
                greeting.start();
            }
        } catch (IOException shut) {
            FrameChannel known = worker.getNow(null);
            if (known != null) {
                return known;
            }
            throw shut;
        } finally {
            callers.forEach(WireDoor::hangUp);
        }
    }

    /** What to add where the worker has not come; empty if nobody else has either. */
    String othersInWords() {
        return othersCame ? "; something else did in its place and was turned away" : "";
    }

    private void greet(SocketChannel caller) {
        try {
            FrameChannel channel = new FrameChannel(caller);
            if (channel.readGreeting() instanceof Frame.Hello hello
                    && MessageDigest.isEqual(hello.token().getBytes(StandardCharsets.UTF_8), token)
                    && worker.complete(channel)) {
                callers.remove(caller);
                close();
                return;
            }
        } catch (IOException | RuntimeException noGreeting) {
            LOG.debug("A caller without a greeting: {}", noGreeting.getMessage());
        }
        callers.remove(caller);
        turnAway(caller);
    }

    private void turnAway(SocketChannel caller) {
        if (!worker.isDone()) {
            othersCame = true;
            LOG.warn("Something else than the worker has called the wire; it was turned away");
        }
        hangUp(caller);
    }

    private static void hangUp(SocketChannel caller) {
        try {
            caller.close();
        } catch (IOException e) {
            LOG.debug("Hanging up: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("Shutting the wire's door: {}", e.getMessage());
        }
    }
}
