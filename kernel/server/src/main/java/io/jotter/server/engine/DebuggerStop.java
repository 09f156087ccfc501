package io.jotter.server.engine;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops threads of the worker from outside, through its debug agent: {@code Thread.stop} is gone from the JDK, a
 * debugger's is not. The agent dials out to a listener that takes one caller and closes, so no port stands open; the
 * caller is believed only when the JVM behind it holds the token.
 *
 * <p>The mirror of the other JVM takes a while to build, so it is built ahead of need by {@link #prepare}.
 */
final class DebuggerStop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DebuggerStop.class);
    private static final byte[] HANDSHAKE = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
    private static final String TARGETS = "io.jotter.worker.StopTargets";
    private static final int TO_CALL = 20_000;
    /** An agent answers at once; others may hold it up for so long, in milliseconds. */
    private static final int TO_GREET = 1_000;

    private final ServerSocket listener;
    private final String token;
    private @Nullable Socket caller;
    private @Nullable VirtualMachine machine;
    private boolean closed;

    private DebuggerStop(ServerSocket listener, String token) {
        this.listener = listener;
        this.token = token;
    }

    static DebuggerStop listen(String token) throws IOException {
        return new DebuggerStop(DebuggerPort.listen(), token);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes the agent's call; the agent holds up its JVM until the handshake is done. Body of a thread of its own. */
    void accept() {
        try (listener) {
            listener.setSoTimeout(TO_CALL);
            Socket agent = greeted(listener.accept());
            while (agent == null) {
                agent = greeted(listener.accept());
            }
            keep(agent);
        } catch (IOException e) {
            LOG.debug("No debug agent: {}", e.getMessage());
        }
    }

    /** The caller if it answers as a debug agent does; else null, and it was turned away: the agent may be behind it. */
    private static @Nullable Socket greeted(Socket caller) throws IOException {
        try {
            caller.setTcpNoDelay(true);
            caller.setSoTimeout(TO_GREET);
            // whoever dialled, the debugger speaks first
            caller.getOutputStream().write(HANDSHAKE);
            byte[] greeting = caller.getInputStream().readNBytes(HANDSHAKE.length);
            if (java.util.Arrays.equals(greeting, HANDSHAKE)) {
                caller.setSoTimeout(0);
                return caller;
            }
        } catch (IOException silent) {
            LOG.debug("A caller without a greeting: {}", silent.getMessage());
        }
        LOG.warn("Something else than a debug agent has called the debugger's port; it was turned away");
        caller.close();
        return null;
    }

    private synchronized void keep(Socket socket) throws IOException {
        if (closed) {
            socket.close();
        } else {
            caller = socket;
            notifyAll();
        }
    }

    /** Builds the mirror of the worker's JVM, once. Takes some hundred milliseconds: to be called in idle time. */
    synchronized boolean prepare() {
        if (machine != null) {
            return true;
        }
        Socket socket = caller;
        if (socket == null || closed) {
            return false;
        }
        try {
            VirtualMachine mirror = Bootstrap.virtualMachineManager().createVirtualMachine(new JdwpConnection(socket));
            if (!isWorker(mirror)) {
                mirror.dispose();
                caller = null;
                LOG.warn("Another JVM than the worker has called the debugger's port; it was turned away");
                return false;
            }
            machine = mirror;
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.debug("The worker's JVM has no mirror", e);
            return false;
        }
    }

    /** Throws the prepared stop in each thread that the worker has named; false if that cannot be done. */
    synchronized boolean stopTargets() {
        if (!prepare() || machine == null) {
            return false;
        }
        try {
            ReferenceType targets = targets(machine);
            ObjectReference stop = (ObjectReference) targets.getValue(targets.fieldByName("STOP"));
            ArrayReference threads = (ArrayReference) targets.getValue(targets.fieldByName("threads"));
            for (Value thread : threads.getValues()) {
                stop((ThreadReference) thread, stop);
            }
            return true;
        } catch (RuntimeException workerGone) {
            LOG.debug("The worker cannot be reached by its debug agent", workerGone);
            return false;
        }
    }

    /** Hands the worker a socket at which one of the threads waits; the next stop tells it to close that. */
    synchronized void findSocket() {
        if (machine == null) {
            return;
        }
        try {
            ReferenceType targets = targets(machine);
            ArrayReference threads = (ArrayReference) targets.getValue(targets.fieldByName("threads"));
            for (Value thread : threads.getValues()) {
                ObjectReference socket = SocketWait.of((ThreadReference) thread);
                if (socket != null) {
                    ((ArrayReference) targets.getValue(targets.fieldByName("SOCKET"))).setValue(0, socket);
                    return;
                }
            }
        } catch (ClassNotLoadedException | InvalidTypeException impossible) {
            throw new IllegalStateException(impossible);
        } catch (RuntimeException gone) {
            LOG.debug("No look at what the cell waits for: {}", gone.toString());
        }
    }

    /** Starts to follow stops that are caught; null if that cannot be done. To be closed when the run is over. */
    synchronized @Nullable SwallowHunt hunt() {
        if (!prepare() || machine == null) {
            return null;
        }
        try {
            ReferenceType targets = targets(machine);
            return new SwallowHunt(machine, (ObjectReference) targets.getValue(targets.fieldByName("STOP")));
        } catch (RuntimeException workerGone) {
            LOG.debug("No hunt: {}", workerGone.toString());
            return null;
        }
    }

    private static void stop(ThreadReference thread, ObjectReference stop) {
        try {
            thread.stop(stop);
        } catch (InvalidTypeException impossible) {
            throw new IllegalStateException(impossible);
        } catch (RuntimeException ended) {
            LOG.debug("A thread has ended before it was stopped: {}", ended.toString());
        }
    }

    private boolean isWorker(VirtualMachine mirror) {
        if (mirror.classesByName(TARGETS).isEmpty()) {
            return false;
        }
        ReferenceType targets = targets(mirror);
        return targets.getValue(targets.fieldByName("token")) instanceof StringReference held
                && MessageDigest.isEqual(bytes(held.value()), bytes(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ReferenceType targets(VirtualMachine mirror) {
        List<ReferenceType> found = mirror.classesByName(TARGETS);
        if (found.isEmpty() || !(found.get(0) instanceof ClassType)) {
            throw new IllegalStateException(TARGETS + " is not loaded");
        }
        return found.get(0);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            listener.close();
            if (caller != null) {
                caller.close();
            }
        } catch (IOException e) {
            LOG.debug("Closing the debugger's connection: {}", e.getMessage());
        }
    }
}
