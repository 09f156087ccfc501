package io.jotter.server.session;

import io.jotter.wire.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A throwable as the reader sees it: the cell's own lines with their text, the libraries' frames between them, and the
 * whole chain of causes. Names that JShell makes up do not appear.
 */
final class Tracebacks {
    private static final int MOST_FRAMES_WITHOUT_A_CELL = 10;

    /** Calls that go round in circles are shown once and counted: so many times in a row, of so many methods at most. */
    private static final int FOLDED_FROM = 4;

    private static final int LONGEST_PERIOD = 8;

    private final Function<String, @Nullable String> sourceOf;
    private final List<String> lines = new ArrayList<>();

    private Tracebacks(Function<String, @Nullable String> sourceOf) {
        this.sourceOf = sourceOf;
    }

    /**
     * @param sourceOf from a cell's name in stack traces to its text, if that is still known
     */
    static List<String> of(Thrown thrown, Function<String, @Nullable String> sourceOf) {
        Tracebacks traceback = new Tracebacks(sourceOf);
        traceback.add(thrown, "", "");
        return traceback.lines;
    }

    private void add(Thrown thrown, String relation, String indent) {
        String message = thrown.message();
        String head = Ansi.bold(relation + SnippetNames.plain(thrown.className()))
                + (message == null ? "" : ": " + SnippetNames.plainText(message));
        head.lines().forEach(line -> lines.add(indent + line));
        addFrames(thrown, indent);
        thrown.suppressed().forEach(each -> add(each, "Suppressed: ", indent + "    "));
        Thrown cause = thrown.cause();
        if (cause != null) {
            add(cause, "Caused by: ", indent);
        }
    }

    private void addFrames(Thrown thrown, String indent) {
        int last = lastOfCells(thrown.frames());
        int shown = last >= 0 ? last + 1 : Math.min(thrown.frames().size(), MOST_FRAMES_WITHOUT_A_CELL);
        List<StackTraceElement> frames = thrown.frames().subList(0, shown);
        for (int at = 0; at < frames.size(); ) {
            int period = 1;
            while (period < LONGEST_PERIOD && repeats(frames, at, period) < FOLDED_FROM) {
                period++;
            }
            int times = repeats(frames, at, period);
            int length = times < FOLDED_FROM ? 1 : period;
            for (StackTraceElement frame : frames.subList(at, at + length)) {
                lines.add(indent + "    at " + describe(frame));
            }
            at += length;
            if (times >= FOLDED_FROM) {
                at += period * (times - 1);
                String what = period == 1 ? "the line above" : "the " + period + " lines above";
                lines.add(indent + Ansi.dim("    … " + what + " " + (times - 1) + " more times"));
            }
        }
        int left = thrown.frames().size() - shown + thrown.hidden();
        if (left > 0) {
            lines.add(indent + Ansi.dim("    … " + left + " more"));
        }
    }

    /** How many times in a row the frames from here on are the same, by groups of so many. */
    private static int repeats(List<StackTraceElement> frames, int from, int period) {
        int at = from + period;
        while (at < frames.size() && frames.get(at).equals(frames.get(at - period))) {
            at++;
        }
        return (at - from) / period;
    }

    private static int lastOfCells(List<StackTraceElement> frames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (SnippetNames.isSnippet(frames.get(i).getClassName())) {
                return i;
            }
        }
        return -1;
    }

    private String describe(StackTraceElement frame) {
        String where = place(frame);
        if (!SnippetNames.isSnippet(frame.getClassName())) {
            return frame.getClassName() + "." + frame.getMethodName() + "(" + where + ")";
        }
        String method = SnippetNames.method(frame.getClassName(), frame.getMethodName());
        return Ansi.bold(method.isEmpty() ? where : method + "(" + where + ")") + source(frame);
    }

    private static String place(StackTraceElement frame) {
        String file = frame.getFileName();
        if (file == null) {
            return frame.isNativeMethod() ? "native code" : "unknown source";
        }
        return frame.getLineNumber() > 0 ? file + ":" + frame.getLineNumber() : file;
    }

    private String source(StackTraceElement frame) {
        String file = frame.getFileName();
        String text = file == null ? null : sourceOf.apply(file);
        if (text == null || frame.getLineNumber() < 1) {
            return "";
        }
        return text.lines()
                .skip(frame.getLineNumber() - 1L)
                .findFirst()
                .map(line -> Ansi.dim("        " + line.strip()))
                .orElse("");
    }
}
