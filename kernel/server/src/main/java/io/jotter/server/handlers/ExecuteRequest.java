package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The content of an {@code execute_request}. */
record ExecuteRequest(
        String code, boolean silent, boolean storeHistory, boolean stopOnError, Map<String, String> userExpressions) {

    static ExecuteRequest from(JsonObject content) {
        boolean silent = Json.flag(content, "silent", false);
        JsonObject named = Json.object(content, "user_expressions");
        Map<String, String> expressions = new LinkedHashMap<>();
        named.keySet().forEach(name -> expressions.put(name, Json.text(named, name, "")));
        return new ExecuteRequest(
                Json.text(content, "code", ""),
                silent,
                // the protocol: silent forces store_history to be false
                !silent && Json.flag(content, "store_history", true),
                Json.flag(content, "stop_on_error", true),
                expressions);
    }
}
