package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.session.EvalOutcome;
import java.util.List;

/** A failure, as {@code error} on iopub and as the body of a reply whose status is {@code error}. */
record ErrorContent(String name, String message, List<String> traceback) implements Content {
    static ErrorContent of(EvalOutcome.Failure failure) {
        return new ErrorContent(failure.name(), failure.message(), failure.traceback());
    }

    /** A failure of the kernel's own, not of the code in a cell. */
    static ErrorContent of(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return new ErrorContent(name, message, List.of(name + ": " + message));
    }

    @Override
    public JsonObject toJson() {
        JsonObject content = new JsonObject();
        content.addProperty("ename", name);
        content.addProperty("evalue", message);
        content.add("traceback", Json.array(traceback));
        return content;
    }

    /** The same as a reply. */
    JsonObject toReply() {
        JsonObject content = toJson();
        content.addProperty("status", "error");
        return content;
    }
}
