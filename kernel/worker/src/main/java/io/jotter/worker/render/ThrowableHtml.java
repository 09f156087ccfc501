package io.jotter.worker.render;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception that is a value, not an error: what it says, its causes in order, and its frames folded away. */
final class ThrowableHtml {
    private static final int MOST_CAUSES = 10;
    private static final int MOST_FRAMES = 30;

    private ThrowableHtml() {}

    static String of(Throwable thrown) {
        StringBuilder html = new StringBuilder("<div style=\"color:var(--jp-ui-font-color0, inherit)\">");
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable each = thrown;
        while (each != null && told.size() < MOST_CAUSES && told.add(each)) {
            html.append(told.size() == 1 ? "<div>" : "<div><span style=\"" + HtmlTable.DIM + "\">caused by</span> ")
                    .append("<b>")
                    .append(HtmlTable.escape(each.getClass().getName()))
                    .append("</b>");
            String message = each.getMessage();
            if (message != null) {
                html.append(": ").append(HtmlTable.escape(Shortened.to(1_000, message)));
            }
            html.append("</div>");
            each = each.getCause();
        }
        StackTraceElement @Nullable [] frames = thrown.getStackTrace();
        if (frames != null && frames.length > 0) {
            html.append("<details><summary style=\"")
                    .append(HtmlTable.DIM)
                    .append("\">")
                    .append(frames.length == 1 ? "1 frame" : frames.length + " frames")
                    .append("</summary><pre style=\"margin:4px 16px\">");
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                html.append(HtmlTable.escape(String.valueOf(frames[i]))).append('\n');
            }
            html.append(frames.length > MOST_FRAMES ? "… " + (frames.length - MOST_FRAMES) + " more\n" : "")
                    .append("</pre></details>");
        }
        return html.append("</div>").toString();
    }
}
