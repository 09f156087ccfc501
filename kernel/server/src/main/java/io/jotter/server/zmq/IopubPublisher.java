package io.jotter.server.zmq;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Publishes to all clients, in the order of the calls, from the one thread that owns the socket. Nothing is dropped: the
 * socket has no high-water mark, and a publisher ahead of it by too many bytes waits.
 */
public final class IopubPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IopubPublisher.class);
    private static final int LINGER_MILLIS = 500;
    private static final long MOST_QUEUED_BYTES = 16L << 20;

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

    private record Queued(List<byte[]> frames, long bytes) {}

    /**
     * Binds the socket; messages are queued until {@link #start}.
     *
     * @throws ZMQException if the address is taken
     */
    public IopubPublisher(ZMQ.Context context, String address, Headers headers, MessageCodec codec, FrameRoom room) {
        this.context = context;
        this.headers = headers;
        this.codec = codec;
        this.socket = context.socket(SocketType.XPUB);
        this.wakeup = new Wakeup(context);
        socket.setLinger(LINGER_MILLIS);
        socket.setSndHWM(0);
        room.forTopics(socket);
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
     * Publishes; waits while too much is queued. After the end of the publisher it does nothing. By any thread.
     *
     * @param parent the header of the request that this belongs to, or an empty object
     */
    public void publish(String type, JsonObject parent, JsonObject content, JsonObject metadata, List<byte[]> buffers) {
        enqueue(new Message(
                List.of(type.getBytes(StandardCharsets.UTF_8)),
                headers.next(type),
                parent,
                metadata,
                content,
                buffers));
    }

    private void enqueue(Message message) {
        // encoded here: the bytes are counted, and the thread of the socket has less to do
        List<byte[]> frames = codec.encode(message);
        long bytes = 0;
        for (byte[] frame : frames) {
            bytes += frame.length;
        }
        boolean interrupted = false;
        synchronized (queue) {
            // a message larger than the bound passes alone
            while (queuedBytes > 0 && queuedBytes + bytes > MOST_QUEUED_BYTES && !closing) {
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
                poller.poll(-1);
                wakeup.clear();
                welcomeSubscribers();
                sendQueued();
            }
            sendQueued();
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
        for (Queued next; (next = takeQueued()) != null; ) {
            Frames.send(socket, next.frames());
        }
    }

    private @Nullable Queued takeQueued() {
        synchronized (queue) {
            Queued next = queue.poll();
            if (next != null) {
                queuedBytes -= next.bytes();
                queue.notifyAll();
            }
            return next;
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
