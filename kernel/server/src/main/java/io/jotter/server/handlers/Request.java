package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.zmq.Headers;
import io.jotter.server.zmq.Message;
import io.jotter.server.zmq.ShellLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A message that was received, and the way back to who sent it. Used by one thread at a time. */
public final class Request {
    private final Message message;
    private final ShellLoop origin;
    private final Headers headers;
    private final List<Runnable> afterIdle = new ArrayList<>();
    private final long received = System.nanoTime();
    private boolean replied;

    Request(Message message, ShellLoop origin, Headers headers) {
        this.message = message;
        this.origin = origin;
        this.headers = headers;
    }

    /** When it came, by {@link System#nanoTime}. */
    long received() {
        return received;
    }

    Message message() {
        return message;
    }

    JsonObject content() {
        return message.content();
    }

    /** Answers with the reply that goes with this type of request. */
    void reply(JsonObject content) {
        reply(content, new JsonObject());
    }

    void reply(JsonObject content, JsonObject metadata) {
        replied = true;
        origin.send(headers.reply(message, replyType(), content, metadata));
    }

    /** Whether the protocol has an answer to this type; comm messages have none. */
    boolean wantsReply() {
        return message.type().endsWith("_request");
    }

    boolean isReplied() {
        return replied;
    }

    String replyType() {
        String type = message.type();
        return type.substring(0, type.length() - "request".length()) + "reply";
    }

    /** Runs something when this request has been answered and its idle is out. */
    void afterIdle(Runnable action) {
        afterIdle.add(action);
    }

    List<Runnable> afterIdle() {
        return afterIdle;
    }

    /** Done when everything that had come in on the same socket by now has been received. */
    CompletableFuture<Void> originDrained() {
        return origin.drained();
    }
}
