package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;

/** Fields of a request's content, with what the protocol says holds when one is missing. */
final class Json {
    private Json() {}

    static String text(JsonObject object, String name, String otherwise) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? value.getAsString() : otherwise;
    }

    static boolean flag(JsonObject object, String name, boolean otherwise) {
        JsonElement value = object.get(name);
        boolean given = value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isBoolean();
        return given ? value.getAsBoolean() : otherwise;
    }

    /** Kept within an int, whatever the number: a position past the end is past the end. */
    static int number(JsonObject object, String name, int otherwise) {
        JsonElement value = object.get(name);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isNumber()
                ? (int) value.getAsDouble()
                : otherwise;
    }

    static JsonObject object(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray(texts.size());
        texts.forEach(array::add);
        return array;
    }

    static JsonObject ok() {
        JsonObject content = new JsonObject();
        content.addProperty("status", "ok");
        return content;
    }

    /**
     * Reads an object that the notebook's code wrote; blank text is an empty one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static JsonObject parseObject(String what, String json) {
        if (json.isBlank()) {
            return new JsonObject();
        }
        try {
            JsonElement element = JsonParser.parseString(json);
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("The " + what + " is not JSON: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("The " + what + " must be a JSON object, not " + json);
    }
}
