package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.jotter.server.history.CellHistory;
import io.jotter.server.history.HistoryEntry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code history_request}: cells run before, by number, by pattern, or the last ones, of this kernel and those before it.
 * Answered without waiting for the session: a console asks at once, and not for long.
 */
final class HistoryHandler implements Handler {
    /** How many a client gets that does not say, as IPython has it. */
    private static final int TAIL = 10;

    private final CellHistory history;

    HistoryHandler(CellHistory history) {
        this.history = history;
    }

    /** With {@code output}, each source is paired with its result, or null where there was none or none is kept. */
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
                    pair.add(entry.output() == null ? JsonNull.INSTANCE : new JsonPrimitive(entry.output()));
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
        String access = Json.text(content, "hist_access_type", "tail");
        List<HistoryEntry> found = switch (access) {
            case "tail" -> last(history.all(), Json.number(content, "n", TAIL));
            case "range" -> range(content);
            case "search" -> search(history.all(), content);
            default ->
                throw new IllegalArgumentException(
                        "hist_access_type must be tail, range or search, not \"" + access + "\".");
        };
        request.reply(new HistoryReply(found, Json.flag(content, "output", false)).toJson());
    }

    /** Session 0 is the present one, and is called so; negative ones are counted back from it. */
    private List<HistoryEntry> range(JsonObject content) {
        int asked = Json.number(content, "session", 0);
        int start = Json.number(content, "start", 1);
        int stop = Json.number(content, "stop", Integer.MAX_VALUE);
        return ofSession(asked).stream()
                .filter(entry -> entry.line() >= start && entry.line() < stop)
                .map(entry -> asked == 0 ? new HistoryEntry(0, entry.line(), entry.source(), entry.output()) : entry)
                .toList();
    }

    private List<HistoryEntry> ofSession(int asked) {
        if (asked == 0) {
            return history.present();
        }
        List<HistoryEntry> all = history.all();
        int number = asked;
        if (asked < 0) {
            int own = history.session();
            List<Integer> earlier = all.stream()
                    .map(HistoryEntry::session)
                    .filter(session -> session > 0 && session != own)
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (-asked > earlier.size()) {
                return List.of();
            }
            number = earlier.get(-asked - 1);
        }
        int wanted = number;
        return all.stream().filter(entry -> entry.session() == wanted).toList();
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
