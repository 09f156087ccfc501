package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import java.util.List;

/** {@code debug_request}: an answer in the form of the debug adapter protocol, which is no. */
final class DebugHandler implements Handler {
    private static final String NO = "Jotter has no debugger yet.";

    @Override
    public String type() {
        return "debug_request";
    }

    @Override
    public Lane lane() {
        return Lane.DIRECT;
    }

    @Override
    public void handle(Request request) {
        JsonObject content = new ErrorContent("UnsupportedOperation", NO, List.of(NO)).toReply();
        content.addProperty("type", "response");
        content.addProperty("success", false);
        content.addProperty("request_seq", Json.number(request.content(), "seq", 0));
        content.addProperty("command", Json.text(request.content(), "command", ""));
        content.addProperty("message", NO);
        request.reply(content);
    }
}
