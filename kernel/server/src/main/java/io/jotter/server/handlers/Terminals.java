package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which clients are terminals: they print what is displayed and do not replace it, so that what moves has to be drawn
 * over by control characters. No message says so; known by it are {@code jupyter console} and the Qt console.
 */
final class Terminals {
    /** A client that comes later is treated as a page: nothing of it is lost, only not drawn over. */
    private static final int REMEMBERED = 64;

    private final Set<String> sessions = ConcurrentHashMap.newKeySet();

    /** A client has asked whether its lines are complete, as consoles do before each cell. */
    void asksForCompleteness(JsonObject header) {
        // JupyterLab's own console asks too, and replaces; its ids are plain UUIDs, those of Jupyter's Python client
        // are not
        if (Json.text(header, "msg_id", "").contains("_") && sessions.size() < REMEMBERED) {
            sessions.add(Json.text(header, "session", ""));
        }
    }

    boolean has(JsonObject header) {
        return sessions.contains(Json.text(header, "session", ""));
    }
}
