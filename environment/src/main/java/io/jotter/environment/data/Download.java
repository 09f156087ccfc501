package io.jotter.environment.data;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches checked files into a folder, asking several sources in turn. A source that fails once is not asked again, so that a machine
 * without network waits once for each source and not once for each file.
 */
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration WHOLE_FILE = Duration.ofMinutes(5);

    private final Queue<URI> sources;
    private final PrintStream out;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Download(List<URI> sources, PrintStream out) {
        this.sources = new ArrayDeque<>(sources);
        this.out = out;
    }

    /** Puts {@code file} into {@code folder} and gives its unpacked bytes. Throws when no source has it; {@code folder} is then as before. */
    byte[] fetch(CheckedFile file, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (URI source = sources.peek(); source != null; source = sources.peek()) {
            Path part = Files.createTempFile(folder, file.name(), ".part");
            try {
                out.println("MNIST: downloading " + file.name() + " from " + source.getHost());
                receive(source.resolve(file.name()), part, file.name());
                long packed = Files.size(part);
                // verify before moving: the bytes are untrusted, and what is in the cache has been checked
                byte[] bytes = file.unpack(part);
                move(part, folder.resolve(file.name()));
                out.println(String.format(Locale.ROOT, "MNIST: %s, %,d kB", file.name(), (packed + 999) / 1000));
                return bytes;
            } catch (IOException failed) {
                out.println("MNIST: " + source.getHost() + " gave no " + file.name() + ": " + reason(failed));
                sources.remove();
            } finally {
                Files.deleteIfExists(part);
            }
        }
        throw new IOException("no source could be reached for " + file.name());
    }

    private void receive(URI address, Path target, String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(request, Transfer.into(target, name));
        try {
            int status = answer.get(WHOLE_FILE.toSeconds(), TimeUnit.SECONDS).statusCode();
            if (status != 200) {
                throw new IOException("it answered with status " + status);
            }
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IOException(reason(cause), cause);
        } catch (TimeoutException slow) {
            throw new IOException("not received within " + WHOLE_FILE.toMinutes() + " minutes", slow);
        } finally {
            // ends the exchange when the wait was given up or interrupted, and does nothing otherwise
            answer.cancel(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        // the HTTP client leaves some failures, a refused connection among them, without a message
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
