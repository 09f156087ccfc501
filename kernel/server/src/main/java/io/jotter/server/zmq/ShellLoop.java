package io.jotter.server.zmq;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A thread that owns one of the sockets on which clients ask: shell, control or stdin. It reads on whatever becomes of
 * what it has read, so the receiver must not block.
 */
public final class ShellLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShellLoop.class);
    /** How long the last messages may take to leave; a client that is there has them within a millisecond. */
    private static final int LINGER_MILLIS = 500;
    /** So many are read before answers are sent: a flood of requests must not hold up replies. */
    private static final int READ_AT_ONCE = 100;

    private final ThriftyLog dropped = new ThriftyLog(LOG);
    private final MessageCodec codec;
    private final ZMQ.Socket socket;
    private final ZMQ.Context context;
    private final Wakeup wakeup;
    private final Thread thread;
    private final Queue<Message> outgoing = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> drains = new ConcurrentLinkedQueue<>();
    private volatile boolean closing;
    private @Nullable Receiver receiver;

    /** Takes what comes in, on the loop's thread. */
    @FunctionalInterface
    public interface Receiver {
        void received(Message message, ShellLoop from);
    }

    /**
     * Binds the socket; nothing is read before {@link #start}.
     *
     * @param name of the thread, and in the log
     * @throws ZMQException if the address is taken
     */
    public ShellLoop(ZMQ.Context context, String name, String address, MessageCodec codec, FrameRoom room) {
        this.context = context;
        this.codec = codec;
        this.socket = context.socket(SocketType.ROUTER);
        this.wakeup = new Wakeup(context);
        socket.setLinger(LINGER_MILLIS);
        // without marks: a ROUTER drops past them, and a lost reply hangs a client
        socket.setSndHWM(0);
        socket.setRcvHWM(0);
        room.forMessages(socket);
        // a client that reconnects under its old name takes its place again
        socket.setRouterHandover(true);
        socket.bind(address);
        this.thread = new Thread(this::run, "jotter-" + name);
        thread.setDaemon(true);
    }

    /** The port that the socket is bound to. */
    public int port() {
        return Ports.of(socket);
    }

    /** Begins to read. */
    public void start(Receiver newReceiver) {
        receiver = newReceiver;
        thread.start();
    }

    /** Sends a message to whom its identities name; at once, by the loop's thread. By any thread. */
    public void send(Message message) {
        outgoing.add(message);
        if (Thread.currentThread() == thread) {
            // an answer given while the loop reads: it need not wake itself first
            sendOutgoing();
        } else {
            wakeup.signal();
        }
    }

    /** Done when all that could be read from the socket at the moment of the call has been received. By any thread. */
    public CompletableFuture<Void> drained() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        drains.add(drained);
        wakeup.signal();
        if (closing) {
            drained.complete(null); // the loop may be past its last look
        }
        return drained;
    }

    /** Sends what is to be sent, then closes the socket. */
    @Override
    public void close() {
        closing = true;
        if (!thread.isAlive() && receiver == null) {
            closeSockets();
            return;
        }
        wakeup.signal();
        Threads.joinUninterruptibly(thread);
    }

    private void run() {
        try (ZMQ.Poller poller = context.poller(2)) {
            poller.register(socket, ZMQ.Poller.POLLIN);
            poller.register(wakeup.socket(), ZMQ.Poller.POLLIN);
            while (!closing) {
                poller.poll(-1);
                wakeup.clear();
                sendOutgoing();
                readSome(READ_AT_ONCE);
                completeDrains();
            }
            sendOutgoing();
        } catch (ZMQException e) {
            if (!closing) {
                LOG.error("{} has ended: {}", thread.getName(), e.getMessage(), e);
            }
        } finally {
            closing = true;
            closeSockets();
            for (CompletableFuture<Void> drain; (drain = drains.poll()) != null; ) {
                drain.complete(null);
            }
        }
    }

    private void closeSockets() {
        wakeup.close();
        socket.close();
    }

    private void completeDrains() {
        CompletableFuture<Void> first = drains.poll();
        if (first == null) {
            return;
        }
        List<CompletableFuture<Void>> asked = new ArrayList<>(List.of(first));
        for (CompletableFuture<Void> more; (more = drains.poll()) != null; ) {
            asked.add(more);
        }
        readSome(Integer.MAX_VALUE);
        asked.forEach(drain -> drain.complete(null));
    }

    private void readSome(int most) {
        for (int i = 0; i < most; i++) {
            byte[] first = socket.recv(ZMQ.DONTWAIT);
            if (first == null) {
                return;
            }
            List<byte[]> frames = new ArrayList<>();
            frames.add(first);
            while (socket.hasReceiveMore()) {
                byte[] frame = socket.recv();
                frames.add(frame == null ? new byte[0] : frame);
            }
            receive(frames);
        }
    }

    private void receive(List<byte[]> frames) {
        try {
            Message message = codec.decode(frames);
            if (receiver != null) {
                receiver.received(message, this);
            }
        } catch (MalformedMessageException e) {
            dropped.warn("Dropped a message on " + thread.getName() + ": " + e.getMessage() + ".");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // one message may fail; those after it must still be read
            LOG.error("A message on {} could not be handled.", thread.getName(), e);
        }
    }

    private void sendOutgoing() {
        for (Message message; (message = outgoing.poll()) != null; ) {
            try {
                Frames.send(socket, codec.encode(message));
            } catch (ZMQException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("A {} could not be sent on {}.", message.type(), thread.getName(), e);
            }
        }
    }
}
