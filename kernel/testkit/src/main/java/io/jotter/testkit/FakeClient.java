package io.jotter.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A Jupyter client over real sockets. Every wait ends with the message waited for, or fails after some seconds; what
 * comes meanwhile is kept for later questions. Used by one thread.
 */
public final class FakeClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private final ZMQ.Context context = ZMQ.context(1);
    private final String session = UUID.randomUUID().toString();
    private final String key;
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final Map<Channel, Deque<Received>> kept = new EnumMap<>(Channel.class);
    private int count;

    /** Connects, and returns when the kernel has welcomed it on iopub: from then on it misses nothing. */
    public FakeClient(JsonObject connection) {
        key = connection.get("key").getAsString();
        for (Channel channel : Channel.values()) {
            ZMQ.Socket socket = switch (channel) {
                case SHELL, CONTROL, STDIN -> context.socket(SocketType.DEALER);
                case IOPUB -> context.socket(SocketType.SUB);
                case HEARTBEAT -> context.socket(SocketType.REQ);
            };
            socket.setLinger(0);
            socket.setHWM(0);
            socket.setReceiveTimeOut(PATIENCE_MILLIS);
            // one name on all sockets: the kernel asks for input under that of the execute request
            socket.setIdentity(session.getBytes(StandardCharsets.US_ASCII));
            socket.connect("tcp://" + connection.get("ip").getAsString() + ":"
                    + connection.get(channel.portName()).getAsInt());
            sockets.put(channel, socket);
            kept.put(channel, new ArrayDeque<>());
        }
        socket(Channel.IOPUB).subscribe(new byte[0]);
        await(Channel.IOPUB, message -> message.type().equals("iopub_welcome"), "iopub_welcome");
    }

    /** Sends a signed message; its id. */
    public String send(Channel channel, String type, JsonObject content) {
        return send(channel, type, content, new JsonObject(), List.of());
    }

    public String send(Channel channel, String type, JsonObject content, JsonObject parent, List<byte[]> buffers) {
        JsonObject header = header(type);
        List<byte[]> frames =
                frames(header.toString(), parent.toString(), new JsonObject().toString(), content.toString());
        frames.addAll(buffers);
        sendFrames(channel, frames);
        return header.get("msg_id").getAsString();
    }

    /** A new header for a message of this type. */
    public JsonObject header(String type) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", session + "-" + ++count);
        header.addProperty("session", session);
        header.addProperty("username", "tester");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.5");
        return header;
    }

    /** The frames of a message, well signed whatever stands in them. */
    public List<byte[]> frames(String header, String parent, String metadata, String content) {
        List<byte[]> frames = new ArrayList<>();
        frames.add(DELIMITER);
        frames.add(new byte[0]);
        for (String part : List.of(header, parent, metadata, content)) {
            frames.add(part.getBytes(StandardCharsets.UTF_8));
        }
        frames.set(1, signature(frames.subList(2, 6)));
        return frames;
    }

    /** Sends frames as they are, good or bad. */
    public void sendFrames(Channel channel, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket(channel).send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** Waits for the answer to a request. */
    public Received reply(Channel channel, String request) {
        return await(channel, message -> message.parentId().equals(request), "a reply to " + request);
    }

    /** Waits for the first message of this type on iopub that belongs to a request. */
    public Received published(String type, String request) {
        return await(
                Channel.IOPUB,
                message -> message.type().equals(type) && message.parentId().equals(request),
                type + " for " + request);
    }

    /** What belongs to a request on iopub up to and with its idle, in order. */
    public List<Received> publishedUntilIdle(String request) {
        List<Received> published = new ArrayList<>();
        do {
            published.add(
                    await(Channel.IOPUB, message -> message.parentId().equals(request), "something for " + request));
        } while (!published.get(published.size() - 1).summary().equals("idle"));
        return published;
    }

    /** Waits for the next message that a test describes; those before it are kept. */
    public Received await(Channel channel, Predicate<Received> wanted, String what) {
        Deque<Received> before = kept(channel);
        for (Iterator<Received> messages = before.iterator(); messages.hasNext(); ) {
            Received message = messages.next();
            if (wanted.test(message)) {
                messages.remove();
                return message;
            }
        }
        while (true) {
            Received message = receive(channel, what);
            if (wanted.test(message)) {
                return message;
            }
            before.add(message);
        }
    }

    /** All messages of a channel that came and were not asked for yet, without waiting for more. */
    public List<Received> left(Channel channel) {
        return List.copyOf(kept(channel));
    }

    /** Sends a beat and waits for its echo. */
    public byte[] beat(byte[] beat) {
        socket(Channel.HEARTBEAT).send(beat);
        byte[] echo = socket(Channel.HEARTBEAT).recv();
        if (echo == null) {
            throw new AssertionError("No heartbeat within " + PATIENCE_MILLIS + " ms.");
        }
        return echo;
    }

    @Override
    public void close() {
        sockets.values().forEach(ZMQ.Socket::close);
        context.term();
    }

    private Received receive(Channel channel, String what) {
        ZMQ.Socket socket = socket(channel);
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = socket.recv();
            if (frame == null) {
                throw new AssertionError("Waited " + PATIENCE_MILLIS + " ms on " + channel + " for " + what
                        + "; there came only " + left(channel));
            }
            frames.add(frame);
        } while (socket.hasReceiveMore());
        int start = 0;
        while (!Arrays.equals(frames.get(start), DELIMITER)) {
            start++;
        }
        List<byte[]> signed = frames.subList(start + 2, start + 6);
        if (!Arrays.equals(frames.get(start + 1), signature(signed))) {
            throw new AssertionError("The kernel signed a message wrongly on " + channel);
        }
        return new Received(
                json(signed.get(0)),
                json(signed.get(1)),
                json(signed.get(2)),
                json(signed.get(3)),
                List.copyOf(frames.subList(start + 6, frames.size())));
    }

    private byte[] signature(List<byte[]> signed) {
        if (key.isEmpty()) {
            return new byte[0];
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            signed.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HMAC-SHA256", e);
        }
    }

    private static JsonObject json(byte[] frame) {
        return JsonParser.parseString(new String(frame, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private ZMQ.Socket socket(Channel channel) {
        return present(sockets, channel);
    }

    private Deque<Received> kept(Channel channel) {
        return present(kept, channel);
    }

    private static <T> T present(Map<Channel, T> map, Channel channel) {
        T value = map.get(channel);
        if (value == null) {
            throw new IllegalArgumentException("no such channel: " + channel);
        }
        return value;
    }
}
