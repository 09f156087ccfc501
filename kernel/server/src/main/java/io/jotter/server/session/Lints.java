package io.jotter.server.session;

import io.jotter.server.engine.SnippetOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What compiles and is hardly ever meant, told as a warning: only where the text alone leaves no doubt. */
final class Lints {
    /** Whole numbers written out, with no operator before that would make a fraction of the first. */
    private static final Pattern DIVISION =
            Pattern.compile("(?<=[=(,+\\-?:]|return)\\s*(?<![\\w.])(\\d{1,9})\\s*/\\s*(\\d{1,9})(?![\\w.])");

    private static final Pattern COMPARED = Pattern.compile("[!=]=");

    private Lints() {}

    /** Positions count in the snippet. */
    static List<SnippetOutcome.Problem> in(String snippet) {
        List<SnippetOutcome.Problem> found = new ArrayList<>();
        String code = JavaTokens.codeOnly(snippet);
        Matcher division = DIVISION.matcher(code);
        while (division.find()) {
            int divisor = Integer.parseInt(division.group(2));
            int dividend = Integer.parseInt(division.group(1));
            if (divisor != 0 && dividend % divisor != 0) {
                found.add(warning(
                        division.start(1),
                        division.end(2),
                        dividend + " / " + divisor + " is " + dividend / divisor
                                + ": of whole numbers the fraction is cut off; write " + dividend + ".0 / " + divisor));
            }
        }
        Matcher compared = COMPARED.matcher(code);
        while (compared.find()) {
            if (isBesideText(snippet, code, compared.start(), compared.end())) {
                found.add(warning(
                        compared.start(),
                        compared.end(),
                        compared.group()
                                + " asks whether two texts are the same object; equals compares what they say"));
            }
        }
        return found;
    }

    private static boolean isBesideText(String snippet, String code, int start, int end) {
        int before = start - 1;
        // a literal is blank in the code and not in the snippet
        while (before >= 0 && Character.isWhitespace(snippet.charAt(before))) {
            before--;
        }
        int after = end;
        while (after < snippet.length() && Character.isWhitespace(snippet.charAt(after))) {
            after++;
        }
        boolean left = before >= 0 && snippet.charAt(before) == '"' && code.charAt(before) == ' ';
        boolean right = after < snippet.length() && snippet.charAt(after) == '"' && code.charAt(after) == ' ';
        return (left && !code.startsWith("null", after))
                || (right && !code.substring(0, before + 1).endsWith("null"));
    }

    private static SnippetOutcome.Problem warning(int start, int end, String message) {
        return new SnippetOutcome.Problem(start, end, start, message, false);
    }
}
