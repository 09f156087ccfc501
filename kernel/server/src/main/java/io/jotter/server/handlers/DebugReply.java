package io.jotter.server.handlers;

import com.google.gson.JsonObject;

/**
 * A response of the debug adapter protocol.
 *
 * @param message why it has failed, or what is to be known of it; empty: nothing
 */
record DebugReply(boolean success, String message, JsonObject body) implements Content {
    static DebugReply of(JsonObject body) {
        return new DebugReply(true, "", body);
    }

    static DebugReply empty() {
        return of(new JsonObject());
    }

    static DebugReply failed(String message) {
        return new DebugReply(false, message, new JsonObject());
    }

    @Override
    public JsonObject toJson() {
        JsonObject content = new JsonObject();
        content.addProperty("type", "response");
        content.addProperty("success", success);
        if (!message.isEmpty()) {
            content.addProperty("message", message);
        }
        content.add("body", body);
        return content;
    }
}
