package io.jotter.server.handlers;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.jotter.api.MimeBundle;
import java.util.Base64;

/** A bundle of representations as the protocol writes it. */
final class MimeJson {
    private MimeJson() {}

    static JsonObject data(MimeBundle bundle) {
        JsonObject data = new JsonObject();
        bundle.data().forEach((mime, content) -> data.add(mime, content(mime, content)));
        return data;
    }

    static JsonObject metadata(MimeBundle bundle) {
        JsonObject metadata = new JsonObject();
        bundle.metadata().forEach((mime, json) -> metadata.add(mime, parsed(json)));
        return metadata;
    }

    private static JsonElement content(String mime, Object content) {
        if (content instanceof byte[] bytes) {
            return new JsonPrimitive(Base64.getEncoder().encodeToString(bytes));
        }
        String text = (String) content;
        // clients expect values of these types, not text to be parsed
        return isJson(mime) ? parsed(text) : new JsonPrimitive(text);
    }

    private static boolean isJson(String mime) {
        int parameters = mime.indexOf(';');
        String type = parameters < 0 ? mime : mime.substring(0, parameters).strip();
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static JsonElement parsed(String json) {
        try {
            return JsonParser.parseString(json);
        } catch (JsonParseException e) {
            // shown as it stands: a page with broken JSON on it says more than a cell without output
            return new JsonPrimitive(json);
        }
    }
}
