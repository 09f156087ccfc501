package io.jotter.server.zmq;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Publishes to all clients, in the order of the calls, from the one thread that owns the socket. Nothing is dropped: a client
 * that is slow to take its messages holds up those behind, and what cells show then waits before it is queued.
 *
 * <p>For a client that takes nothing at all, as one whose process is halted, this has an end: from then on it loses what it
 * has no room for, and all others get theirs.
 */
public final class IopubPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IopubPublisher.class);
    private static final int LINGER_MILLIS = 500;
    private static final long MOST_QUEUED_BYTES = 16L << 20;

    /** For one client, before those behind wait: half a minute of what a cell may print. */
    private static final int MOST_UNTAKEN = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Between two tries at a client without room: the socket has no event for it. */
    private static final long RETRY_MILLIS = 10;

    /** What comes of running code, in any amount. Replies and states are few, and wait for nothing. */
    private static final Set<String> SHOWN_BY_CELLS =
            Set.of("stream", "display_data", "update_display_data", "comm_open", "comm_msg");

    private final Headers headers;
    private final MessageCodec codec;
    private final ZMQ.Context context;
    private final ZMQ.Socket socket;
    private final Wakeup wakeup;
    private final Thread thread;
    private final Deque<Queued> queue = new ArrayDeque<>();
    private long queuedBytes;
    private boolean started;
    private volatile boolean closing;
    private final Duration patience;
    // of the socket's thread alone
    private long stalledSince;
    private boolean stalled;
    private boolean givenUp;

    private record Queued(List<byte[]> frames, long bytes) {}

    /**
     * Binds the socket; messages are queued until {@link #start}.
     *
     * @throws ZMQException if the address is taken
     */
    public IopubPublisher(ZMQ.Context context, String address, Headers headers, MessageCodec codec, FrameRoom room) {
        this(context, address, headers, codec, room, PATIENCE);
    }

    /** As the other, with this much patience for a client that takes nothing. */
    IopubPublisher(
            ZMQ.Context context,
            String address,
            Headers headers,
            MessageCodec codec,
            FrameRoom room,
            Duration patience) {
        this.patience = patience;
        this.context = context;
        this.headers = headers;
        this.codec = codec;
        this.socket = context.socket(SocketType.XPUB);
        this.wakeup = new Wakeup(context);
        socket.setLinger(LINGER_MILLIS);
        room.forTopics(socket);
        socket.setSndHWM(MOST_UNTAKEN);
        // what there is no room for is refused, not dropped
        socket.setXpubNoDrop(true);
        // every subscriber is welcomed, not only the first of a topic
        socket.setXpubVerbose(true);
        socket.bind(address);
        thread = new Thread(this::run, "jotter-iopub");
        thread.setDaemon(true);
    }

    /** The port that the socket is bound to. */
    public int port() {
        return Ports.of(socket);
    }

    public void start() {
        synchronized (queue) {
            started = true;
        }
        thread.start();
    }

    /** Publishes without metadata and buffers. */
    public void publish(String type, JsonObject parent, JsonObject content) {
        publish(type, parent, content, new JsonObject(), List.of());
    }

    /**
     * Publishes; what cells show waits while too much is queued. After the end of the publisher it does nothing. By any thread.
     *
     * @param parent the header of the request that this belongs to, or an empty object
     */
    public void publish(String type, JsonObject parent, JsonObject content, JsonObject metadata, List<byte[]> buffers) {
        enqueue(
                SHOWN_BY_CELLS.contains(type),
                new Message(
                        List.of(type.getBytes(StandardCharsets.UTF_8)),
                        headers.next(type),
                        parent,
                        metadata,
                        content,
                        buffers));
    }

    private void enqueue(boolean mayWait, Message message) {
        // encoded here: the bytes are counted, and the thread of the socket has less to do
        List<byte[]> frames = codec.encode(message);
        long bytes = 0;
        for (byte[] frame : frames) {
            bytes += frame.length;
        }
        boolean interrupted = false;
        synchronized (queue) {
            // a message larger than the bound passes alone
            while (mayWait && queuedBytes > 0 && queuedBytes + bytes > MOST_QUEUED_BYTES && !closing) {
                try {
                    queue.wait();
                } catch (InterruptedException e) {
                    interrupted = true; // an output that is half a message would be worse than a late interrupt
                }
            }
            if (!closing) {
                queue.add(new Queued(frames, bytes));
                queuedBytes += bytes;
            }
        }
        wakeup.signal();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is queued, then closes the socket. */
    @Override
    public void close() {
        boolean running;
        synchronized (queue) {
            closing = true;
            running = started;
            queue.notifyAll();
        }
        if (!running) {
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
                poller.poll(stalled ? RETRY_MILLIS : -1);
                wakeup.clear();
                welcomeSubscribers();
                sendQueued();
            }
            // the last words wait for room, as long as they may take to leave
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
            sendQueued();
            while (firstQueued() != null && System.nanoTime() < end) {
                poller.poll(RETRY_MILLIS);
                wakeup.clear();
                sendQueued();
            }
        } catch (ZMQException e) {
            if (!closing) {
                LOG.error("The publisher has ended: {}", e.getMessage(), e);
            }
        } finally {
            synchronized (queue) {
                closing = true;
                queue.notifyAll();
            }
            closeSockets();
        }
    }

    private void closeSockets() {
        wakeup.close();
        socket.close();
    }

    private void sendQueued() {
        for (Queued next; (next = firstQueued()) != null && sent(next.frames()); ) {
            removeFirst(next);
        }
    }

    private boolean sent(List<byte[]> frames) {
        if (Frames.sendIfThereIsRoom(socket, frames)) {
            stalled = false;
            givenUp = false;
            return true;
        }
        if (!stalled) {
            stalled = true;
            stalledSince = System.nanoTime();
        }
        if (!givenUp && System.nanoTime() - stalledSince < patience.toNanos()) {
            return false;
        }
        if (!givenUp) {
            givenUp = true;
            LOG.warn("A client has taken no message for {} s: it loses what it has no room for.", patience.toSeconds());
        }
        socket.setXpubNoDrop(false);
        Frames.send(socket, frames);
        socket.setXpubNoDrop(true);
        return true;
    }

    private @Nullable Queued firstQueued() {
        synchronized (queue) {
            return queue.peek();
        }
    }

    private void removeFirst(Queued sent) {
        synchronized (queue) {
            queue.remove();
            queuedBytes -= sent.bytes();
            queue.notifyAll();
        }
    }

    private void welcomeSubscribers() {
        for (byte[] event; (event = socket.recv(ZMQ.DONTWAIT)) != null; ) {
            // the first byte of what an XPUB reads: 1 for a subscription, 0 for its end; the topic follows
            if (event.length == 0 || event[0] != 1) {
                continue;
            }
            String topic = new String(event, 1, event.length - 1, StandardCharsets.UTF_8);
            JsonObject content = new JsonObject();
            content.addProperty("subscription", topic);
            // sent from here and not queued: this thread must never wait for itself
            Frames.send(
                    socket,
                    codec.encode(new Message(
                            List.of(topic.getBytes(StandardCharsets.UTF_8)),
                            headers.next("iopub_welcome"),
                            new JsonObject(),
                            new JsonObject(),
                            content,
                            List.of())));
        }
    }
}
