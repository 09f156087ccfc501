package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.zmq.IopubPublisher;
import java.util.function.Consumer;

/** {@code shutdown_request}: answers, tells every client, and ends the process. */
final class ShutdownHandler implements Handler {
    private final IopubPublisher publisher;
    private final Consumer<Boolean> shutdown;

    ShutdownHandler(IopubPublisher publisher, Consumer<Boolean> shutdown) {
        this.publisher = publisher;
        this.shutdown = shutdown;
    }

    private record ShutdownReply(boolean restart) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = Json.ok();
            content.addProperty("restart", restart);
            return content;
        }
    }

    @Override
    public String type() {
        return "shutdown_request";
    }

    @Override
    public Lane lane() {
        return Lane.DIRECT;
    }

    @Override
    public void handle(Request request) {
        boolean restart = Json.flag(request.content(), "restart", false);
        JsonObject reply = new ShutdownReply(restart).toJson();
        request.afterIdle(() -> shutdown.accept(restart));
        request.reply(reply);
        // the other clients of this kernel learn of it here only
        publisher.publish(request.replyType(), request.message().header(), reply);
    }
}
