package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;

/** The compiler's messages with the reader's own line and a caret under the place. */
final class CompileErrors {
    private static final String SYMBOL = "  symbol: ";

    private CompileErrors() {}

    /**
     * A message of the compiler's.
     *
     * @param start where the span that it speaks of begins, in UTF-16 units of the cell's text
     * @param position the place within it
     */
    record Problem(int start, int end, int position, String message, boolean error) {}

    static List<String> describe(String cellName, String cellText, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> describe(cellName, cellText, problem, lines));
        if (lines.isEmpty()) {
            lines.add(Ansi.bold("error: ") + "the compiler takes this for no Java, and does not say why");
        }
        return lines;
    }

    private static void describe(String cellName, String text, Problem problem, List<String> lines) {
        int position = Math.max(0, Math.min(problem.position(), text.length()));
        int lineStart = position == 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
        int lineEnd = text.indexOf('\n', lineStart);
        String source =
                text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd).stripTrailing();
        long number =
                text.substring(0, lineStart).chars().filter(c -> c == '\n').count() + 1;
        String kind = problem.error() ? "error: " : "warning: ";
        lines.add(Ansi.bold(cellName + ":" + number + ": ") + Ansi.bold(kind) + firstLine(problem.message()));
        lines.add("    " + source);
        lines.add("    " + Ansi.bold(caret(source, position - lineStart, problem, lineStart)));
        problem.message()
                .lines()
                .skip(1)
                .filter(line -> !speaksOfWrapper(line) && !line.startsWith(SYMBOL))
                .map(CompileErrors::plain)
                .forEach(line -> lines.add(line.startsWith(" ") ? line : "  " + line));
    }

    /** What is wrong, in one line: a name that is not found is told with it, though the compiler gives it a line of its own. */
    static String firstLine(String message) {
        String symbol = message.lines()
                .filter(line -> line.startsWith(SYMBOL))
                .findFirst()
                .map(line -> ": " + line.substring(SYMBOL.length()).strip())
                .orElse("");
        return plain(message.lines().findFirst().orElse("") + symbol);
    }

    private static String plain(String line) {
        return SnippetNames.plainText(line).replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    }

    private static boolean speaksOfWrapper(String line) {
        return line.strip().matches("location: +class( (REPL\\.)?\\$JShell\\$\\d+[A-Z]*)?");
    }

    private static String caret(String source, int column, Problem problem, int lineStart) {
        int from = Math.max(0, Math.min(problem.start() - lineStart, column));
        int to = problem.end() - lineStart;
        boolean oneLine = problem.start() >= lineStart && to <= source.length() && to > from;
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < (oneLine ? from : column); i++) {
            // tabs stay tabs, so that the mark stands under its place
            marks.append(i < source.length() && source.charAt(i) == '\t' ? '\t' : ' ');
        }
        return marks.append("^".repeat(oneLine ? to - from : 1)).toString();
    }
}
