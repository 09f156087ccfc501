package io.jotter.server.magics.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Serves a directory on the loopback device, well or badly; takes what is said to a proxy for a request of its own. */
final class TestHttpRepository implements AutoCloseable {
    /** The URIs asked for, as they were written. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final Path root;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> cut = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean firstJar = new AtomicBoolean(true);
    private volatile String login = "";
    private volatile @Nullable CyclicBarrier jarsTogether;

    TestHttpRepository(Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** Breaks off once in the middle of this file. */
    void cutOnce(String fileName) {
        cut.add(fileName);
    }

    void wants(String user, String password) {
        login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers requests for jars, after the first, which Maven always waits for, only when this many wait. */
    void servesJarsTogether(int many) {
        jarsTogether = new CyclicBarrier(many);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(1));
            String name = file.getFileName().toString();
            if (!login.isEmpty() && !login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                CyclicBarrier together = jarsTogether;
                if (together != null && name.endsWith(".jar") && !firstJar.compareAndSet(true, false)) {
                    together.await(30, TimeUnit.SECONDS);
                }
                byte[] content = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content, 0, cut.remove(name) ? content.length / 2 : content.length);
                // what was not sent yet would be left out, and a client that got nothing asks again by itself
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
