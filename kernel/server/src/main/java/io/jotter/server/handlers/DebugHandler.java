package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jotter.server.session.RenderedVariable;
import io.jotter.server.session.SeenVariable;
import io.jotter.server.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * {@code debug_request}, as far as it shows variables: the debug adapter protocol with what Jupyter adds to it. There are
 * no breakpoints and no steps; a request for them fails and says so.
 */
final class DebugHandler implements Handler {
    private static final String NO_BREAKPOINTS =
            "Jotter has no breakpoints: the debugger shows the variables, and a cell is not stopped.";

    private static final String GONE = "This value is not there any more. Look at the variables anew.";

    /** Its tree has room for the type or the value, not for both. */
    private static final String JUPYTERLAB = "jupyterlab";

    private final StartingSession session;
    private final DumpedCells cells = new DumpedCells();
    private boolean started;
    private String client = "";
    private List<SeenVariable> variables = List.of();
    private long looked;
    private int sequence;

    DebugHandler(StartingSession session) {
        this.session = session;
    }

    @Override
    public String type() {
        return "debug_request";
    }

    @Override
    public Lane lane() {
        return Lane.DEBUG;
    }

    @Override
    public void handle(Request request) {
        String command = Json.text(request.content(), "command", "");
        JsonObject arguments = Json.object(request.content(), "arguments");
        JsonObject content = answer(command, arguments, request.received()).toJson();
        content.addProperty("seq", ++sequence);
        content.addProperty("request_seq", Json.number(request.content(), "seq", 0));
        content.addProperty("command", command);
        request.reply(content);
    }

    private DebugReply answer(String command, JsonObject arguments, long received) {
        return switch (command) {
            case "debugInfo" -> DebugReply.of(info());
            case "initialize" -> initialize(arguments);
            case "attach", "configurationDone" -> DebugReply.empty();
            case "disconnect" -> disconnect();
            case "inspectVariables" -> DebugReply.of(body(variables(received), true));
            case "variables" -> parts(arguments);
            case "richInspectVariables" -> rendered(Json.text(arguments, "variableName", ""));
            case "dumpCell" -> DebugReply.of(named("sourcePath", cells.add(Json.text(arguments, "code", ""))));
            case "source" -> source(arguments);
            case "setBreakpoints" -> breakpoints(arguments);
            case "setExceptionBreakpoints" -> exceptionBreakpoints(arguments);
            case "modules" -> DebugReply.of(modules());
            default -> DebugReply.failed("\"" + command + "\" is nothing that Jotter can do. " + NO_BREAKPOINTS);
        };
    }

    private JsonObject info() {
        JsonObject info = new JsonObject();
        info.addProperty("isStarted", started);
        info.addProperty("hashMethod", "Murmur2");
        info.addProperty("hashSeed", DumpedCells.SEED);
        info.addProperty("tmpFilePrefix", DumpedCells.PREFIX);
        info.addProperty("tmpFileSuffix", DumpedCells.SUFFIX);
        info.add("breakpoints", new JsonArray());
        info.add("stoppedThreads", new JsonArray());
        info.addProperty("richRendering", true);
        info.add("exceptionPaths", new JsonArray());
        info.addProperty("copyToGlobals", false);
        return info;
    }

    private DebugReply initialize(JsonObject arguments) {
        started = true;
        client = Json.text(arguments, "clientID", "");
        JsonObject capabilities = new JsonObject();
        capabilities.addProperty("supportsConfigurationDoneRequest", true);
        capabilities.addProperty("supportsModulesRequest", false);
        // with none, JupyterLab offers no pause on exceptions
        capabilities.add("exceptionBreakpointFilters", new JsonArray());
        return DebugReply.of(capabilities);
    }

    private DebugReply disconnect() {
        started = false;
        client = "";
        variables = List.of();
        return DebugReply.empty();
    }

    /** JupyterLab asks after each message of a cell: what was looked at after a request came is its answer too. */
    private List<SeenVariable> variables(long received) {
        if (looked == 0 || looked - received < 0) {
            looked = System.nanoTime();
            variables = session.ifUp().map(Session::variables).orElse(List.of());
        }
        return variables;
    }

    private JsonObject body(List<SeenVariable> seen, boolean top) {
        return new VariablesBody(seen, top, client.equals(JUPYTERLAB)).toJson();
    }

    private DebugReply parts(JsonObject arguments) {
        int reference = Json.number(arguments, "variablesReference", 0);
        int start = Math.max(0, Json.number(arguments, "start", 0));
        int count = Math.max(0, Json.number(arguments, "count", 0));
        // parts are indexed or named as it suits the value; a client that asks for one sort gets them all
        return session.ifUp()
                .flatMap(up -> up.parts(reference, start, count))
                .map(seen -> DebugReply.of(body(seen, false)))
                .orElseGet(() -> DebugReply.failed(GONE));
    }

    private DebugReply rendered(String name) {
        Optional<RenderedVariable> rendered = session.ifUp().flatMap(up -> up.rendered(name));
        if (rendered.isEmpty()) {
            return new DebugReply(
                    false,
                    "There is no variable " + name + ". Only the notebook's variables are rendered, not their parts.",
                    named("data", new JsonObject(), "metadata", new JsonObject()));
        }
        JsonObject data = MimeJson.data(rendered.get().bundle());
        if (!rendered.get().shown()) {
            return new DebugReply(
                    false,
                    Json.text(data, "text/plain", ""),
                    named("data", new JsonObject(), "metadata", new JsonObject()));
        }
        return DebugReply.of(
                named("data", data, "metadata", MimeJson.metadata(rendered.get().bundle())));
    }

    private DebugReply source(JsonObject arguments) {
        String path = Json.text(Json.object(arguments, "source"), "path", "");
        return cells.code(path)
                .map(code -> {
                    JsonObject body = named("content", code);
                    body.addProperty("mimeType", "text/x-java-source");
                    return DebugReply.of(body);
                })
                .orElseGet(() -> DebugReply.failed("There is no source " + path + "."));
    }

    /** JupyterLab draws a mark for each that it gets back, also for one that is not verified: so it gets none. */
    private DebugReply breakpoints(JsonObject arguments) {
        JsonArray refused = new JsonArray();
        JsonElement wanted = arguments.get("breakpoints");
        if (wanted != null && wanted.isJsonArray() && !client.equals(JUPYTERLAB)) {
            for (JsonElement each : wanted.getAsJsonArray()) {
                JsonObject breakpoint = new JsonObject();
                breakpoint.addProperty("verified", false);
                breakpoint.addProperty("message", NO_BREAKPOINTS);
                if (each.isJsonObject() && each.getAsJsonObject().has("line")) {
                    breakpoint.add("line", each.getAsJsonObject().get("line"));
                }
                refused.add(breakpoint);
            }
        }
        return new DebugReply(true, NO_BREAKPOINTS, named("breakpoints", refused));
    }

    private static DebugReply exceptionBreakpoints(JsonObject arguments) {
        JsonElement filters = arguments.get("filters");
        boolean none = filters == null
                || !filters.isJsonArray()
                || filters.getAsJsonArray().isEmpty();
        return none ? DebugReply.empty() : DebugReply.failed(NO_BREAKPOINTS);
    }

    /** JupyterLab asks for them after each cell, whatever the capabilities say. */
    private static JsonObject modules() {
        JsonObject body = named("modules", new JsonArray());
        body.addProperty("totalModules", 0);
        return body;
    }

    private static JsonObject named(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    private static JsonObject named(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private static JsonObject named(String first, JsonElement one, String second, JsonElement other) {
        JsonObject object = named(first, one);
        object.add(second, other);
        return object;
    }
}
