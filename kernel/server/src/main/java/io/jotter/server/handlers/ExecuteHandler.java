package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jotter.api.MimeBundle;
import io.jotter.server.session.EvalOutcome;
import io.jotter.server.zmq.Headers;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code execute_request}: runs a cell. Used by the one thread of the execute lane. */
final class ExecuteHandler implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ExecuteHandler.class);

    private final KernelParts parts;
    private final Consumer<Request> abortWaiting;
    private int count;

    ExecuteHandler(KernelParts parts, Consumer<Request> abortWaiting) {
        this.parts = parts;
        this.abortWaiting = abortWaiting;
    }

    private record ExecuteInput(String code, int count) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = new JsonObject();
            content.addProperty("code", code);
            content.addProperty("execution_count", count);
            return content;
        }
    }

    private record ExecuteResult(MimeBundle bundle, int count) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = new DisplayContent(bundle, "").toJson();
            content.addProperty("execution_count", count);
            return content;
        }
    }

    @Override
    public String type() {
        return "execute_request";
    }

    @Override
    public Lane lane() {
        return Lane.EXECUTE;
    }

    @Override
    public void handle(Request request) {
        ExecuteRequest asked = ExecuteRequest.from(request.content());
        JsonObject metadata = new JsonObject();
        metadata.addProperty("started", Headers.now());
        boolean stored = asked.storeHistory() && !asked.code().isBlank();
        if (stored) {
            count++;
            parts.history().ran(count, asked.code());
        }
        if (!asked.silent()) {
            publish(request, "execute_input", new ExecuteInput(asked.code(), count));
        }
        parts.output().during(request, cell -> {
            EvalOutcome outcome = run(cell, asked);
            if (stored && outcome instanceof EvalOutcome.Value value) {
                keep(value.bundle());
            }
            JsonObject content = outcome instanceof EvalOutcome.Failure failure
                    ? failed(request, asked, ErrorContent.of(failure))
                    : succeeded(request, asked, cell, (EvalOutcome.Value) outcome);
            content.addProperty("execution_count", count);
            content.add("payload", new JsonArray());
            metadata.add("status", content.get("status"));
            request.reply(content, metadata);
        });
    }

    private void keep(MimeBundle result) {
        if (result.data().get(MimeBundle.PLAIN) instanceof String text) {
            parts.history().returned(count, text);
        }
    }

    private EvalOutcome run(String cell, ExecuteRequest asked) {
        if (asked.code().isBlank()) {
            return new EvalOutcome.Value(MimeBundle.empty());
        }
        try {
            return parts.session().await().execute(cell, count, asked.code(), asked.storeHistory());
        } catch (RuntimeException | Error e) {
            // an error of the kernel's own must be seen under the cell too, not only in the log
            LOG.warn("A cell could not be run.", e);
            ErrorContent error = ErrorContent.of(e);
            return new EvalOutcome.Rejected(error.name(), error.message(), error.traceback());
        }
    }

    private JsonObject succeeded(Request request, ExecuteRequest asked, String cell, EvalOutcome.Value value) {
        if (!asked.silent() && !value.bundle().isEmpty()) {
            publish(request, "execute_result", new ExecuteResult(value.bundle(), count));
        }
        JsonObject content = Json.ok();
        content.add("user_expressions", userExpressions(cell, asked.userExpressions()));
        return content;
    }

    private JsonObject failed(Request request, ExecuteRequest asked, ErrorContent error) {
        publish(request, "error", error);
        if (asked.stopOnError()) {
            // before the reply: what a client sends in knowledge of it is not to be aborted
            abortWaiting.accept(request);
        }
        JsonObject content = error.toReply();
        content.add("user_expressions", new JsonObject());
        return content;
    }

    private JsonObject userExpressions(String cell, Map<String, String> expressions) {
        JsonObject results = new JsonObject();
        if (!expressions.isEmpty()) {
            parts.session().await().evaluate(cell, expressions).forEach((name, outcome) -> {
                if (outcome instanceof EvalOutcome.Failure failure) {
                    results.add(name, ErrorContent.of(failure).toReply());
                } else if (outcome instanceof EvalOutcome.Value value) {
                    JsonObject result = Json.ok();
                    result.add("data", MimeJson.data(value.bundle()));
                    result.add("metadata", MimeJson.metadata(value.bundle()));
                    results.add(name, result);
                }
            });
        }
        return results;
    }

    private void publish(Request request, String type, Content content) {
        parts.publisher().publish(type, request.message().header(), content.toJson());
    }
}
