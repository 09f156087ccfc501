package io.jotter.server.engine;

import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker: its process, the wire to it, and what is needed to stop what runs in it. */
final class WorkerProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    /** Of what a worker says while it starts, so much is told if it does not come up; in characters. */
    private static final int MOST_SAID = 2_000;
    /** What a worker whose wire has ended is given for its shutdown hooks, in milliseconds. */
    private static final long TO_END = 3_000;

    /** How long its last words may take to be read, in milliseconds: a child of its own may hold its streams open. */
    private static final long LAST_WORDS = 2_000;

    private final Process process;
    private final Duration toConnect;
    private final WireDoor door;
    private final PrivateDirectory directory;
    private final DebuggerStop debugger;
    private final NativePipe out;
    private final NativePipe err;
    private final CompletableFuture<WorkerConnection> connection = new CompletableFuture<>();
    private final StringBuilder said = new StringBuilder(); // guarded by itself
    private long cellsEnded;
    /** Why we have ended it ourselves. */
    private volatile @Nullable String ourReason;

    private WorkerProcess(
            Process process,
            Duration toConnect,
            WireDoor door,
            PrivateDirectory directory,
            DebuggerStop debugger,
            String token,
            WorkerEvents events) {
        this.process = process;
        this.toConnect = toConnect;
        this.door = door;
        this.directory = directory;
        this.debugger = debugger;
        // what native code prints has no cell of its own: it is shown under the running one
        this.out = new NativePipe(process.getInputStream(), token, text -> printed(events, false, text));
        this.err = new NativePipe(process.getErrorStream(), token, text -> printed(events, true, text));
    }

    /** Starts a worker and returns at once; {@link #connection} waits for it. */
    static WorkerProcess start(EngineSettings settings, WorkerEvents events) throws IOException {
        PrivateDirectory directory = PrivateDirectory.create();
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        WireDoor door = new WireDoor(Endpoint.listen(directory.resolve(Endpoint.SOCKET)), token);
        DebuggerStop debugger = DebuggerStop.listen(token);
        Process process = WorkerCommand.of(settings, directory, debugger.port()).start();
        try (OutputStream stdin = process.getOutputStream()) {
            Path environment = settings.environment();
            String given = door.address() + "\n" + token + "\n" + directory.path() + "\n"
                    + (environment == null ? "" : environment.toString()) + "\n"
                    + settings.leftOut().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                    + "\n";
            stdin.write(given.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // a JVM that refuses its options is gone this early; its exit is seen below, and told with its reason
            LOG.debug("The worker ended before it was told where to connect", ended);
        }
        WorkerProcess worker =
                new WorkerProcess(process, settings.toConnect(), door, directory, debugger, token, events);
        daemon("worker-stdout", worker.out);
        daemon("worker-stderr", worker.err);
        daemon("debugger-accept", debugger::accept);
        daemon("wire-reader", () -> worker.connectAndRead(events));
        process.onExit().thenRun(worker::exited);
        return worker;
    }

    /** The wire, as soon as it stands. */
    WorkerConnection connection() throws WorkerDiedException {
        try {
            return connection.get(toConnect.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String late = "it did not connect within " + toConnect.toMillis() / 1_000.0 + " s";
            endBecause(Death.notStarted(late + door.othersInWords(), said()));
            throw new WorkerDiedException();
        } catch (ExecutionException e) {
            throw new WorkerDiedException();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
    }

    DebuggerStop debugger() {
        return debugger;
    }

    Optional<Duration> cpu() {
        return process.info().totalCpuDuration();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ever come up. */
    boolean hasConnected() {
        return connection.isDone() && !connection.isCompletedExceptionally();
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
        endBecause(Death.INTERRUPTED);
    }

    private void endBecause(String reason) {
        if (process.isAlive()) {
            ourReason = reason;
            process.destroyForcibly();
        }
    }

    /** Why the process ended; waits for it to have done so. */
    String reasonOfDeath() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            String known = ourReason;
            if (known != null) {
                return known;
            }
            if (!hasConnected()) {
                out.awaitEnd(LAST_WORDS);
                err.awaitEnd(LAST_WORDS);
                return Death.notStarted("it ended with exit code " + process.exitValue(), said());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
        return directory.crashFile().map(CrashReport::inWords).orElseGet(() -> Death.reason(process.exitValue()));
    }

    private String said() {
        synchronized (said) {
            return said.toString();
        }
    }

    private void printed(WorkerEvents events, boolean error, String text) {
        synchronized (said) {
            // also after its end has been seen: what it wrote may be read later
            if (!hasConnected() && said.length() < MOST_SAID) {
                said.append(text, 0, Math.min(text.length(), MOST_SAID));
            }
        }
        events.text("", error, text);
    }

    /** Asks the worker to end, lets its shutdown hooks run for a bounded time, and sees that it is gone. */
    @Override
    public void close() {
        // first: a JVM that ends waits 300 ms for threads that are in native code, as the agent's is that reads
        debugger.close();
        try {
            if (!connection.isDone()) {
                process.destroyForcibly(); // it has not come up yet, and has nothing to wind up
            } else if (process.isAlive()) {
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
        directory.close();
    }

    private void connectAndRead(WorkerEvents events) {
        try (FrameChannel channel = door.admit()) {
            WorkerConnection standing = new WorkerConnection(channel, events);
            connection.complete(standing);
            standing.readFrames();
            endUnreachable();
        } catch (IOException | RuntimeException e) {
            connection.completeExceptionally(e);
            endUnreachable();
        }
    }

    /** A worker without a wire can be neither asked nor heard, and whoever waits for it would wait for ever. */
    private void endUnreachable() {
        try {
            if (!process.waitFor(TO_END, TimeUnit.MILLISECONDS)) {
                endBecause(Death.WIRE_LOST);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
    }

    private void exited() {
        if (!connection.completeExceptionally(new IOException("The worker ended before it had connected"))) {
            connection.thenAccept(WorkerConnection::died);
        }
        door.close(); // nobody will call any more
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A jar that lies beside the worker's and that cells compile against.
     *
     * @param name its file name without the version
     */
    static Path jarBeside(Path workerJar, String name) throws IOException {
        Path directory =
                java.util.Objects.requireNonNull(workerJar.toAbsolutePath().getParent());
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new IOException(name + ".jar is missing in " + directory + ": install the kernel again"));
        }
    }
}
