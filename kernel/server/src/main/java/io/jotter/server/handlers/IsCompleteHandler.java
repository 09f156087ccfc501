package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.session.Completeness;

/** {@code is_complete_request}: whether a console should run what was typed, or ask for another line. */
final class IsCompleteHandler implements Handler {
    private final StartingSession session;
    private final Terminals terminals;

    IsCompleteHandler(StartingSession session, Terminals terminals) {
        this.session = session;
        this.terminals = terminals;
    }

    private record IsCompleteReply(Completeness completeness) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = new JsonObject();
            content.addProperty("status", completeness.status());
            if (completeness.status().equals("incomplete")) {
                content.addProperty("indent", completeness.indent());
            }
            return content;
        }
    }

    @Override
    public String type() {
        return "is_complete_request";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        terminals.asksForCompleteness(request.message().header());
        String code = Json.text(request.content(), "code", "");
        request.reply(new IsCompleteReply(session.await().completeness(code)).toJson());
    }
}
