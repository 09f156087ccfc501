package io.jotter.server.engine;

import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker: its process, the wire to it, and what is needed to stop what runs in it. */
final class WorkerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final long TO_CONNECT = 30;

    private final Process process;
    private final PrivateDirectory directory;
    private final DebuggerStop debugger;
    private final NativePipe out;
    private final NativePipe err;
    private final CompletableFuture<WorkerConnection> connection = new CompletableFuture<>();
    private long cellsEnded;
    private volatile boolean endedByLadder;

    private WorkerProcess(
            Process process, PrivateDirectory directory, DebuggerStop debugger, NativePipe out, NativePipe err) {
        this.process = process;
        this.directory = directory;
        this.debugger = debugger;
        this.out = out;
        this.err = err;
    }

    /** Starts a worker and returns at once; {@link #connection} waits for it. */
    static WorkerProcess start(EngineSettings settings, WorkerEvents events) throws IOException {
        PrivateDirectory directory = PrivateDirectory.create();
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        ServerSocketChannel server = Endpoint.listen(directory.resolve("wire"));
        DebuggerStop debugger = DebuggerStop.listen(token);
        Process process =
                builder(settings, command(settings, directory, debugger)).start();
        try (OutputStream stdin = process.getOutputStream()) {
            Path environment = settings.environment();
            String given = Endpoint.of(server).toText() + "\n" + token + "\n"
                    + (environment == null ? "" : environment.toString()) + "\n";
            stdin.write(given.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // a JVM that refuses its options is gone this early; its exit is seen below, and told with its reason
            LOG.debug("The worker ended before it was told where to connect", ended);
        }
        // what native code prints has no cell of its own: it is shown under the running one
        NativePipe out = new NativePipe(process.getInputStream(), token, text -> events.text("", false, text));
        NativePipe err = new NativePipe(process.getErrorStream(), token, text -> events.text("", true, text));
        WorkerProcess worker = new WorkerProcess(process, directory, debugger, out, err);
        daemon("worker-stdout", out);
        daemon("worker-stderr", err);
        daemon("debugger-accept", debugger::accept);
        daemon("wire-reader", () -> worker.connectAndRead(server, token, events));
        process.onExit().thenRun(() -> worker.exited(server));
        return worker;
    }

    private static ProcessBuilder builder(EngineSettings settings, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!settings.workingDirectory().equals(Path.of("").toAbsolutePath())) {
            builder.directory(settings.workingDirectory().toFile());
        }
        // in a C locale Java takes file names for ASCII, whatever its options say. Our own folder is inherited instead
        // of
        // named, for we may not be able to name it; the worker gets a locale in which it can
        if (Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).equals(StandardCharsets.US_ASCII)) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        return builder;
    }

    private static List<String> command(EngineSettings settings, PrivateDirectory directory, DebuggerStop debugger) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=127.0.0.1:" + debugger.port());
        command.add("-XX:ErrorFile=" + directory.resolve("hs_err_%p.log"));
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        command.add("-Duser.home=" + System.getProperty("user.home"));
        command.add("-Djava.awt.headless=true");
        if (Runtime.version().feature() >= 23) {
            // libraries of the user's that still use Unsafe are no news to a learner
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(settings.jvmOptions());
        command.add("-jar");
        command.add(settings.workerJar().toString());
        return command;
    }

    /** The wire, as soon as it stands. */
    WorkerConnection connection() throws WorkerDiedException {
        try {
            return connection.get(TO_CONNECT, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new WorkerDiedException();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
    }

    DebuggerStop debugger() {
        return debugger;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sees all output of the cell that has ended, native output too. */
    void endCell() throws WorkerDiedException {
        Frame.Answer answer = (Frame.Answer) connection().ask(Frame.EndCell::new);
        if (!answer.ok()) {
            return;
        }
        cellsEnded++;
        try {
            out.awaitMarks(cellsEnded, 250);
            err.awaitMarks(cellsEnded, 250);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
    }

    /** The last rung of the ladder. */
    void kill() {
        endedByLadder = true;
        process.destroyForcibly();
    }

    /** Why the process ended; waits for it to have done so. */
    String reasonOfDeath() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
        if (endedByLadder) {
            return Death.INTERRUPTED;
        }
        return connection.isCompletedExceptionally()
                ? Death.notStarted(process.exitValue())
                : Death.reason(process.exitValue());
    }

    /** Asks the worker to end, lets its shutdown hooks run for a bounded time, and sees that it is gone. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                connection().send(new Frame.Shutdown());
                if (!process.waitFor(2_500, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (WorkerDiedException gone) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        debugger.close();
        directory.close();
    }

    private void connectAndRead(ServerSocketChannel server, String token, WorkerEvents events) {
        try (server) {
            SocketChannel socket = server.accept();
            FrameChannel channel = new FrameChannel(socket);
            if (!(channel.read() instanceof Frame.Hello hello) || !matches(hello.token(), token)) {
                socket.close();
                throw new IOException("Something else than the worker has connected");
            }
            WorkerConnection standing = new WorkerConnection(channel, events);
            connection.complete(standing);
            server.close();
            standing.readFrames();
        } catch (IOException e) {
            connection.completeExceptionally(e);
        }
    }

    private static boolean matches(String given, String token) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private void exited(ServerSocketChannel server) {
        if (connection.completeExceptionally(new IOException("The worker ended before it had connected"))) {
            // nobody will come any more: ends the thread that waits there
            closeQuietly(server);
        } else {
            connection.thenAccept(WorkerConnection::died);
        }
    }

    private static void closeQuietly(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("The wire's socket could not be closed", e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The API's jar, which cells compile against. */
    static Path apiJar(Path workerJar) throws IOException {
        Path directory =
                java.util.Objects.requireNonNull(workerJar.toAbsolutePath().getParent());
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("jotter-api"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(
                            "jotter-api.jar is missing in " + directory + ": install the kernel again"));
        }
    }
}
