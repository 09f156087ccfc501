package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.api.MimeBundle;

/**
 * Something shown: {@code display_data} and {@code update_display_data}.
 *
 * @param displayId the name to update it by; empty for none
 */
record DisplayContent(MimeBundle bundle, String displayId) implements Content {
    @Override
    public JsonObject toJson() {
        JsonObject content = new JsonObject();
        content.add("data", MimeJson.data(bundle));
        content.add("metadata", MimeJson.metadata(bundle));
        JsonObject passing = new JsonObject();
        if (!displayId.isEmpty()) {
            passing.addProperty("display_id", displayId);
        }
        content.add("transient", passing);
        return content;
    }
}
