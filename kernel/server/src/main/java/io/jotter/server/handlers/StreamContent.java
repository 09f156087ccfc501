package io.jotter.server.handlers;

import com.google.gson.JsonObject;

/** Text on {@code stdout} or {@code stderr}. */
record StreamContent(String name, String text) implements Content {
    @Override
    public JsonObject toJson() {
        JsonObject content = new JsonObject();
        content.addProperty("name", name);
        content.addProperty("text", text);
        return content;
    }
}
