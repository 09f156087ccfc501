package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.api.MimeBundle;
import java.util.Optional;

/** {@code inspect_request}: what is known of the name at the cursor. */
final class InspectHandler implements Handler {
    private final StartingSession session;

    InspectHandler(StartingSession session) {
        this.session = session;
    }

    private record InspectReply(Optional<MimeBundle> bundle) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = Json.ok();
            content.addProperty("found", bundle.isPresent());
            content.add("data", bundle.map(MimeJson::data).orElseGet(JsonObject::new));
            content.add("metadata", bundle.map(MimeJson::metadata).orElseGet(JsonObject::new));
            return content;
        }
    }

    @Override
    public String type() {
        return "inspect_request";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        String code = Json.text(request.content(), "code", "");
        int cursor = CursorPosition.toUtf16(code, Json.number(request.content(), "cursor_pos", Integer.MAX_VALUE));
        int detail = Json.number(request.content(), "detail_level", 0);
        request.reply(new InspectReply(session.await().inspect(code, cursor, detail)).toJson());
    }
}
