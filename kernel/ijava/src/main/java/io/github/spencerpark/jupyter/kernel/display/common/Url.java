package io.github.spencerpark.jupyter.kernel.display.common;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;

/** An address as a link, or, with the parameter {@link #EMBED_KEY}, what is found there. */
public final class Url {
    public static final String EMBED_KEY = "embed";

    private Url() {}

    public static void registerAll(Renderer renderer) {
        renderer.createRegistration(URL.class).supporting(MIMEType.ANY).register(Url::renderUrl);
    }

    public static void renderUrl(URL url, RenderContext context) {
        if (Boolean.TRUE.equals(context.getParameterAsBoolean(EMBED_KEY))) {
            try {
                Object content = url.getContent();
                context.getOutputContainer().assign(context.getRenderer().render(content, context.getParams()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else {
            String address = url.toExternalForm()
                    .replace("&", "&amp;")
                    .replace("\"", "&quot;")
                    .replace("<", "&lt;");
            context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<a href=\"" + address + "\">" + address + "</a>");
        }
    }
}
