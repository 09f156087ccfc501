package io.jotter.server.app;

import io.jotter.server.handlers.Dispatcher;
import io.jotter.server.handlers.JupyterOutput;
import io.jotter.server.handlers.KernelIdentity;
import io.jotter.server.handlers.KernelParts;
import io.jotter.server.handlers.StartingSession;
import io.jotter.server.handlers.StdinChannel;
import io.jotter.server.history.CellHistory;
import io.jotter.server.session.CellOutput;
import io.jotter.server.session.Session;
import io.jotter.server.zmq.ConnectionFile;
import io.jotter.server.zmq.FrameRoom;
import io.jotter.server.zmq.Headers;
import io.jotter.server.zmq.Heartbeat;
import io.jotter.server.zmq.IopubPublisher;
import io.jotter.server.zmq.MessageCodec;
import io.jotter.server.zmq.ShellLoop;
import io.jotter.server.zmq.ThriftyLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.ZMQ;

/**
 * One kernel: five sockets, and a session that starts behind them while clients are already answered. It runs until it is
 * closed; a client's shutdown only completes {@link #shutdown()}.
 */
public final class KernelProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KernelProcess.class);
    /** A client sends SIGTERM 2.5 s after its shutdown_request: by then the sockets must be closed too. */
    private static final long SESSION_END_MILLIS = 2_000;

    private final ConnectionFile connection;
    private final CompletableFuture<Session> session = new CompletableFuture<>();
    private final CompletableFuture<Boolean> shutdown = new CompletableFuture<>();
    private final ZMQ.Context context;
    private final IopubPublisher publisher;
    private final ShellLoop shell;
    private final ShellLoop control;
    private final ShellLoop stdin;
    private final StdinChannel questions;
    private final Dispatcher dispatcher;
    private final CellHistory history;
    private boolean closed;

    /**
     * Listens, and starts the session; returns without waiting for it.
     *
     * @param history closed with the kernel
     * @throws org.zeromq.ZMQException if a port is taken
     */
    public KernelProcess(ConnectionFile asked, KernelIdentity identity, CellHistory history, SessionFactory sessions) {
        this.history = history;
        // first of all: compiler and worker come up while the sockets are opened
        CompletableFuture<CellOutput> opened = new CompletableFuture<>();
        startSession(sessions, new ComingOutput(opened));
        try {
            MessageCodec codec = new MessageCodec(asked.key(), asked.signatureScheme());
            Headers headers = new Headers();
            context = ZMQ.context(1);
            // what a stranger sends may trip ZeroMQ's own reading of it, which goes on with the other connections
            ThriftyLog tripped = new ThriftyLog(LOG);
            context.setNotificationExceptionHandler(
                    (thread, e) -> tripped.warn("A connection sent what is not ZeroMQ's protocol: " + e));
            FrameRoom room = new FrameRoom(Runtime.getRuntime().maxMemory());
            shell = new ShellLoop(context, "shell", asked.address(asked.shellPort()), codec, room);
            control = new ShellLoop(context, "control", asked.address(asked.controlPort()), codec, room);
            stdin = new ShellLoop(context, "stdin", asked.address(asked.stdinPort()), codec, room);
            publisher = new IopubPublisher(context, asked.address(asked.iopubPort()), headers, codec, room);
            Heartbeat heartbeat = new Heartbeat(context, asked.address(asked.heartbeatPort()), room);
            connection = new ConnectionFile(
                    asked.ip(),
                    asked.key(),
                    asked.signatureScheme(),
                    shell.port(),
                    control.port(),
                    stdin.port(),
                    publisher.port(),
                    heartbeat.port());

            questions = new StdinChannel(stdin, headers);
            JupyterOutput output = new JupyterOutput(publisher, questions);
            opened.complete(output);
            KernelParts parts = new KernelParts(
                    identity, new StartingSession(session), publisher, output, questions, history, shutdown::complete);
            dispatcher = new Dispatcher(parts, headers);
            heartbeat.start();
            publisher.start();
            stdin.start(questions);
            control.start(dispatcher);
            shell.start(dispatcher);
        } catch (RuntimeException e) {
            session.thenAccept(Session::close);
            throw e;
        }
    }

    /** As asked for, with the ports that the system picked where a port was 0. */
    public ConnectionFile connection() {
        return connection;
    }

    /** Done when a client has asked for the end: with true if it means to start the kernel again. */
    public CompletableFuture<Boolean> shutdown() {
        return shutdown;
    }

    /** Stops the running cell, as a client's {@code interrupt_request} does. */
    public void interrupt() {
        if (session.isDone() && !session.isCompletedExceptionally()) {
            session.join().interrupt();
        }
        questions.interrupt();
    }

    /** Ends the session within a bounded time, sends what is still to be sent, and closes the sockets. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        dispatcher.close();
        endSession();
        history.close();
        shell.close();
        control.close();
        stdin.close();
        publisher.close();
        // ends the heartbeat, and waits until the last messages are out
        context.term();
    }

    private void startSession(SessionFactory sessions, CellOutput output) {
        daemon("jotter-session", () -> {
            Session started;
            try {
                started = sessions.start(output);
            } catch (Exception | Error e) {
                LOG.error("The session could not start.", e);
                session.completeExceptionally(e);
                return;
            }
            boolean cellWaits = session.getNumberOfDependents() > 0;
            session.complete(started);
            started.warmUp(cellWaits);
        });
    }

    private void endSession() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        // a thread of its own: neither a session that still starts nor one that will not end may hold up the exit
        daemon("jotter-session-end", () -> {
            try {
                session.join().close();
            } catch (RuntimeException e) {
                LOG.debug("The session did not end in order.", e);
            } finally {
                ended.complete(null);
            }
        });
        try {
            ended.get(SESSION_END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The session did not end within {} ms; the kernel ends without it.", SESSION_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a future that is only ever completed with null", e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
