package io.github.spencerpark.jupyter.kernel.display.common;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;

/** A text as whichever kind of text is asked for. */
public final class Text {
    public static final MIMEType JS = MIMEType.APPLICATION_JAVASCRIPT;
    public static final MIMEType PLAIN = MIMEType.TEXT_PLAIN;
    public static final MIMEType MARKDOWN = MIMEType.TEXT_MARKDOWN;
    public static final MIMEType LATEX = MIMEType.TEXT_LATEX;
    public static final MIMEType HTML = MIMEType.TEXT_HTML;
    public static final MIMEType CSS = MIMEType.TEXT_CSS;
    public static final MIMEType SVG = MIMEType.IMAGE_SVG;
    public static final MIMEType JSON = MIMEType.APPLICATION_JSON;

    private Text() {}

    /** The kernel shows texts so already; for a renderer of one's own. */
    public static void registerAll(Renderer renderer) {
        renderer.createRegistration(CharSequence.class)
                .preferring(PLAIN)
                .supporting(JS, MARKDOWN, LATEX, HTML, CSS, SVG, JSON)
                .register(Text::renderCharSequence);
    }

    public static void renderCharSequence(CharSequence text, RenderContext context) {
        for (MIMEType type : List.of(PLAIN, JS, MARKDOWN, LATEX, HTML, CSS, SVG, JSON)) {
            context.renderIfRequested(type, () -> text);
        }
    }
}
