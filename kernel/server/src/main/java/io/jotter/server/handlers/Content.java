package io.jotter.server.handlers;

import com.google.gson.JsonObject;

/** The content of a message that is sent. Written out by hand: gson's reflection would cost start-up time. */
public interface Content {
    JsonObject toJson();
}
