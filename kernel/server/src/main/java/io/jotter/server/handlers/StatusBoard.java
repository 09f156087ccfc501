package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.zmq.IopubPublisher;
import org.jspecify.annotations.Nullable;

/**
 * Publishes whether the kernel is busy. A server reads the last status as the kernel's, whoever it was for: so after the
 * idle of a request that was answered beside a running cell, busy is said again for the cell.
 */
final class StatusBoard {
    private final IopubPublisher publisher;
    // guarded by this: no busy for a cell may follow its idle
    private @Nullable JsonObject running;

    StatusBoard(IopubPublisher publisher) {
        this.publisher = publisher;
    }

    /** Said once, before the first request. */
    synchronized void starting() {
        publish("starting", new JsonObject());
    }

    synchronized void busy(Request request, Lane lane) {
        if (lane == Lane.EXECUTE) {
            running = request.message().header();
        }
        publish("busy", request.message().header());
    }

    synchronized void idle(Request request, Lane lane) {
        if (lane == Lane.EXECUTE) {
            running = null;
        }
        publish("idle", request.message().header());
        if (running != null) {
            publish("busy", running);
        }
    }

    private void publish(String state, JsonObject parent) {
        JsonObject content = new JsonObject();
        content.addProperty("execution_state", state);
        publisher.publish("status", parent, content);
    }
}
