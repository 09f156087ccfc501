package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jotter.server.session.Completions;

/** {@code complete_request}: what could stand at the cursor. */
final class CompleteHandler implements Handler {
    private final StartingSession session;

    CompleteHandler(StartingSession session) {
        this.session = session;
    }

    /** Positions in code points. */
    private record CompleteReply(Completions completions, int start, int end) implements Content {
        @Override
        public JsonObject toJson() {
            JsonArray matches = new JsonArray();
            JsonArray types = new JsonArray();
            for (Completions.Match match : completions.matches()) {
                matches.add(match.text());
                JsonObject type = new JsonObject();
                type.addProperty("text", match.text());
                type.addProperty("type", match.type());
                type.addProperty("signature", match.signature());
                type.addProperty("start", start);
                type.addProperty("end", end);
                types.add(type);
            }
            JsonObject metadata = new JsonObject();
            metadata.add("_jupyter_types_experimental", types);
            JsonObject content = Json.ok();
            content.add("matches", matches);
            content.addProperty("cursor_start", start);
            content.addProperty("cursor_end", end);
            content.add("metadata", metadata);
            return content;
        }
    }

    @Override
    public String type() {
        return "complete_request";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        String code = Json.text(request.content(), "code", "");
        int cursor = CursorPosition.toUtf16(code, Json.number(request.content(), "cursor_pos", Integer.MAX_VALUE));
        Completions completions = session.await().complete(code, cursor);
        request.reply(new CompleteReply(
                        completions,
                        CursorPosition.toCodePoints(code, completions.start()),
                        CursorPosition.toCodePoints(code, completions.end()))
                .toJson());
    }
}
