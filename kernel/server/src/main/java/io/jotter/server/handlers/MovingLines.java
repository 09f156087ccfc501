package io.jotter.server.handlers;

import io.jotter.api.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one cell displays and replaces, in a terminal. Where it is still the last thing on the screen it is drawn over;
 * where something was printed below it, its last state is printed when the cell ends.
 */
final class MovingLines {
    /** A longer line would wrap on most terminals, and going up one line would not reach its beginning. */
    private static final int COLUMNS = 79;

    private final Consumer<String> print;
    private final Map<String, String> passed = new LinkedHashMap<>();
    private @Nullable String lastId;
    private String lastText = "";

    /** Prints by the given way. */
    MovingLines(Consumer<String> print) {
        this.print = print;
    }

    /** The terminal has printed this, as it prints all that is displayed. */
    synchronized void displayed(MimeBundle bundle, String id) {
        somethingElse();
        lastId = id;
        lastText = plain(bundle);
    }

    /** What was displayed under this id is to be replaced. */
    synchronized void updated(MimeBundle bundle, String id) {
        String text = cut(plain(bundle));
        if (!id.equals(lastId)) {
            passed.put(id, text);
            return;
        }
        print.accept("\u001b[" + lastText.lines().count() + "A\r\u001b[J" + text + "\n");
        lastText = text;
    }

    /** Something else stands at the end of the screen now. */
    synchronized void somethingElse() {
        lastId = null;
    }

    /** Prints what has changed since it was last seen. */
    synchronized void end() {
        passed.values().forEach(text -> print.accept(text + "\n"));
        passed.clear();
        lastId = null;
    }

    private static String plain(MimeBundle bundle) {
        return String.valueOf(bundle.data().getOrDefault(MimeBundle.PLAIN, ""));
    }

    private static String cut(String text) {
        return text.lines()
                .map(line -> line.codePointCount(0, line.length()) <= COLUMNS
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, COLUMNS - 1)) + "…")
                .collect(Collectors.joining("\n"));
    }
}
