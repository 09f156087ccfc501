package io.jotter.environment.course;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;

/** What {@link Checks#check} shows: a mark and a sentence, so that colour is never alone in saying it. */
record Verdict(String id, boolean right, String says) implements Displayable {
    String plain() {
        return (right ? "✓ " : "✗ ") + id + ": " + says;
    }

    @Override
    public MimeBundle toMimeBundle() {
        String colour = right ? "var(--jp-success-color1, #2e7d32)" : "var(--jp-warn-color1, #e65100)";
        String html = "<div style=\"border-left:4px solid " + colour + ";padding:4px 10px;margin:2px 0\"><strong>"
                + (right ? "✓ " : "✗ ") + escape(id) + "</strong> " + escape(says) + "</div>";
        return MimeBundle.html(html, plain());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
