package io.jotter.server.zmq;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes the headers of all that one kernel process sends. Safe for use by several threads. */
public final class Headers {
    /** The version of the Jupyter protocol that is spoken. */
    public static final String PROTOCOL_VERSION = "5.5";

    private final String session = UUID.randomUUID().toString();
    private final AtomicLong count = new AtomicLong();

    /** A header for a new message of this type. */
    public JsonObject next(String type) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", session + "_" + count.incrementAndGet());
        header.addProperty("session", session);
        header.addProperty("username", "kernel");
        header.addProperty("date", now());
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL_VERSION);
        return header;
    }

    /** Whether a header is one of these: a message of the kernel's own, which nobody may send back to it. */
    public boolean made(JsonObject header) {
        return header.get("session") instanceof JsonPrimitive named
                && named.getAsString().equals(session);
    }

    /** An answer that goes back the way on which the request came. */
    public Message reply(Message request, String type, JsonObject content, JsonObject metadata) {
        return new Message(request.identities(), next(type), request.header(), metadata, content, List.of());
    }

    /** The time as the protocol writes it: ISO-8601, UTC. */
    public static String now() {
        // microseconds: clients match at most six digits of a fraction
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }
}
