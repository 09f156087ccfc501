package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** {@code comm_info_request}: the open comms, all or those of one target. */
final class CommInfoHandler implements Handler {
    private final StartingSession session;

    CommInfoHandler(StartingSession session) {
        this.session = session;
    }

    private record CommInfoReply(Map<String, String> targets) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject comms = new JsonObject();
            targets.forEach((id, target) -> {
                JsonObject comm = new JsonObject();
                comm.addProperty("target_name", target);
                comms.add(id, comm);
            });
            JsonObject content = Json.ok();
            content.add("comms", comms);
            return content;
        }
    }

    @Override
    public String type() {
        return "comm_info_request";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        String wanted = Json.text(request.content(), "target_name", "");
        Map<String, String> comms = new TreeMap<>(session.await().comms());
        if (!wanted.isEmpty()) {
            comms.values().removeIf(target -> !target.equals(wanted));
        }
        request.reply(new CommInfoReply(comms).toJson());
    }
}
