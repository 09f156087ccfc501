package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.jotter.server.session.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code history_request}: cells run before, by number, by pattern, or the last ones. Outputs are not kept. */
final class HistoryHandler implements Handler {
    /** How many a client gets that does not say, as IPython has it. */
    private static final int TAIL = 10;

    private final StartingSession session;

    HistoryHandler(StartingSession session) {
        this.session = session;
    }

    /** With {@code output}, each source is paired with an output, which is null: none is kept. */
    private record HistoryReply(List<HistoryEntry> entries, boolean output) implements Content {
        @Override
        public JsonObject toJson() {
            JsonArray history = new JsonArray();
            for (HistoryEntry entry : entries) {
                JsonArray item = new JsonArray();
                item.add(entry.session());
                item.add(entry.line());
                if (output) {
                    JsonArray pair = new JsonArray();
                    pair.add(entry.source());
                    pair.add(JsonNull.INSTANCE);
                    item.add(pair);
                } else {
                    item.add(entry.source());
                }
                history.add(item);
            }
            JsonObject content = Json.ok();
            content.add("history", history);
            return content;
        }
    }

    @Override
    public String type() {
        return "history_request";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        JsonObject content = request.content();
        List<HistoryEntry> all = session.await().history();
        String access = Json.text(content, "hist_access_type", "tail");
        List<HistoryEntry> found = switch (access) {
            case "tail" -> last(all, Json.number(content, "n", TAIL));
            case "range" -> range(all, content);
            case "search" -> search(all, content);
            default ->
                throw new IllegalArgumentException(
                        "hist_access_type must be tail, range or search, not \"" + access + "\".");
        };
        request.reply(new HistoryReply(found, Json.flag(content, "output", false)).toJson());
    }

    private static List<HistoryEntry> range(List<HistoryEntry> all, JsonObject content) {
        int session = Json.number(content, "session", 0);
        int start = Json.number(content, "start", 0);
        int stop = Json.number(content, "stop", Integer.MAX_VALUE);
        return all.stream()
                .filter(entry -> entry.session() == session && entry.line() >= start && entry.line() < stop)
                .toList();
    }

    private static List<HistoryEntry> search(List<HistoryEntry> all, JsonObject content) {
        Glob glob = new Glob(Json.text(content, "pattern", "*"));
        List<HistoryEntry> found =
                all.stream().filter(entry -> glob.matches(entry.source())).toList();
        if (Json.flag(content, "unique", false)) {
            Map<String, HistoryEntry> newest = new LinkedHashMap<>();
            for (HistoryEntry entry : found) {
                newest.remove(entry.source()); // so that it takes the place of its last run
                newest.put(entry.source(), entry);
            }
            found = List.copyOf(newest.values());
        }
        return last(found, Json.number(content, "n", Integer.MAX_VALUE));
    }

    private static List<HistoryEntry> last(List<HistoryEntry> entries, int n) {
        return entries.subList(Math.max(0, entries.size() - Math.max(0, n)), entries.size());
    }
}
