package io.jotter.server.zmq;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * One message of the Jupyter protocol.
 *
 * @param identities the routing frames before the delimiter: whom it came from or goes to; on iopub, its topic
 * @param parent the header of the message that caused this one, or an empty object
 * @param buffers raw bytes that travel beside the JSON
 */
public record Message(
        List<byte[]> identities,
        JsonObject header,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {

    /** {@code execute_request} and the like; empty if the header does not say. */
    public String type() {
        return text(header, "msg_type");
    }

    /** The id of this message; empty if the header does not say. */
    public String id() {
        return text(header, "msg_id");
    }

    /** The id of the message that caused this one; empty if there was none. */
    public String parentId() {
        return text(parent, "msg_id");
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    }
}
