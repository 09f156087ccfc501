package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jotter.server.zmq.Headers;
import java.util.List;

/** {@code kernel_info_request}: who answers. Never waits for the session: clients give up after a few seconds. */
final class KernelInfoHandler implements Handler {
    private final KernelIdentity identity;

    KernelInfoHandler(KernelIdentity identity) {
        this.identity = identity;
    }

    private record LanguageInfo(String version) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject info = new JsonObject();
            info.addProperty("name", "java");
            info.addProperty("version", version);
            info.addProperty("mimetype", "text/x-java-source");
            info.addProperty("file_extension", ".java");
            info.addProperty("pygments_lexer", "java");
            // by this name JupyterLab finds its highlighter
            info.addProperty("codemirror_mode", "text/x-java");
            info.addProperty("nbconvert_exporter", "script");
            return info;
        }
    }

    private record KernelInfo(KernelIdentity identity) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = Json.ok();
            content.addProperty("protocol_version", Headers.PROTOCOL_VERSION);
            content.addProperty("implementation", "jotter");
            content.addProperty("implementation_version", identity.version());
            content.add("language_info", new LanguageInfo(identity.javaVersion()).toJson());
            content.addProperty("banner", "Jotter " + identity.version() + " · Java " + identity.javaVersion());
            content.add("help_links", new JsonArray());
            content.addProperty("debugger", true);
            content.add("supported_features", Json.array(List.of("debugger")));
            return content;
        }
    }

    @Override
    public String type() {
        return "kernel_info_request";
    }

    @Override
    public Lane lane() {
        return Lane.DIRECT;
    }

    @Override
    public void handle(Request request) {
        request.reply(new KernelInfo(identity).toJson());
    }
}
