package io.jotter.server.handlers;

import com.google.gson.JsonObject;

/**
 * The content of a comm message, in and out.
 *
 * @param target empty but when opening
 * @param data a JSON object as text
 */
record CommContent(String id, String target, String data) implements Content {
    static CommContent from(Request request) {
        JsonObject content = request.content();
        return new CommContent(
                Json.text(content, "comm_id", ""),
                Json.text(content, "target_name", ""),
                Json.object(content, "data").toString());
    }

    @Override
    public JsonObject toJson() {
        JsonObject content = new JsonObject();
        content.addProperty("comm_id", id);
        if (!target.isEmpty()) {
            content.addProperty("target_name", target);
        }
        content.add("data", Json.parseObject("data of a comm", data));
        return content;
    }
}
