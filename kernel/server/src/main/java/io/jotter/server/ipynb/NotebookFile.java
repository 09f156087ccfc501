package io.jotter.server.ipynb;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a notebook's file has in it. */
public final class NotebookFile {
    private NotebookFile() {}

    /** The code of its cells, in their order, from the file's text; empty if that is no notebook. */
    public static Optional<List<String>> codeCells(String text) {
        try {
            List<String> code = new ArrayList<>();
            for (JsonElement cell :
                    JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("cells")) {
                JsonObject fields = cell.getAsJsonObject();
                if (fields.get("cell_type").getAsString().equals("code")) {
                    code.add(joined(fields.get("source")));
                }
            }
            return Optional.of(code);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** A text, or its lines with their ends. */
    private static String joined(JsonElement source) {
        if (!source.isJsonArray()) {
            return source.getAsString();
        }
        StringBuilder lines = new StringBuilder();
        source.getAsJsonArray().forEach(line -> lines.append(line.getAsString()));
        return lines.toString();
    }
}
