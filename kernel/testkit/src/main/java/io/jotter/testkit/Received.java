package io.jotter.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** A message that a client got. */
public record Received(
        JsonObject header, JsonObject parent, JsonObject metadata, JsonObject content, List<byte[]> buffers) {

    public String type() {
        return header.get("msg_type").getAsString();
    }

    public String id() {
        return header.get("msg_id").getAsString();
    }

    /** The id of the request that it answers; empty for none. */
    public String parentId() {
        JsonElement id = parent.get("msg_id");
        return id == null ? "" : id.getAsString();
    }

    /** A field of the content as text; empty if there is none. */
    public String text(String name) {
        JsonElement value = content.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    /** What a test reads first: the type, and of a status the state. */
    public String summary() {
        return type().equals("status") ? text("execution_state") : type();
    }
}
