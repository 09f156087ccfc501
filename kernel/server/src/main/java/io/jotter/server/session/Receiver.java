package io.jotter.server.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/**
 * What stands before the last dot: an expression or a type, whose members are asked for.
 *
 * @param type in full, without type arguments
 */
record Receiver(String type) {
    /** Before a bracket these are no names of methods. */
    private static final Set<String> NO_NAMES = Set.of(
            "return",
            "assert",
            "case",
            "throw",
            "else",
            "yield",
            "if",
            "while",
            "for",
            "switch",
            "synchronized",
            "catch");

    /** A name that no one writes: JShell tells the type of a lambda's parameter whatever stands around it. */
    private static final String ASKED = "$asked$";

    /**
     * Of code that ends with a dot; empty where its type is not known.
     *
     * @param form as JShell analyses it
     */
    static Optional<Receiver> of(SourceCodeAnalysis shell, String form) {
        int dot = form.lastIndexOf('.');
        String before = form.substring(0, dot).stripTrailing();
        int start = start(before);
        String receiver = before.substring(start);
        if (receiver.isBlank()) {
            return Optional.empty();
        }
        if (receiver.matches("[\\w$.\\s]+")) {
            Optional<Receiver> named = told(shell.documentation(before, before.length(), false));
            if (named.isPresent()) {
                return named;
            }
        }
        String asked = before.substring(0, start) + "java.util.Optional.ofNullable(" + receiver + ").map(" + ASKED
                + " -> " + ASKED;
        return told(shell.documentation(asked, asked.length(), false));
    }

    /** A variable is told with a colon and its type, a type as it is. */
    private static Optional<Receiver> told(List<Documentation> found) {
        return found.stream()
                .map(Documentation::signature)
                .filter(signature -> signature.indexOf('(') < 0)
                .map(signature -> signature.substring(signature.indexOf(':') + 1))
                .map(type ->
                        type.replaceAll("@[\\w.]+ ?", "").replaceAll("<.*", "").strip())
                .filter(type -> type.matches("[\\w.$]+"))
                .map(Receiver::new)
                .findFirst();
    }

    /** Where the expression begins that ends here. */
    static int start(String before) {
        String code = masked(before);
        int at = code.length();
        while (true) {
            at = withoutBlanks(code, at);
            int end = at;
            while (at > 0 && (code.charAt(at - 1) == ')' || code.charAt(at - 1) == ']' || code.charAt(at - 1) == '>')) {
                int open = opening(code, at - 1);
                if (open < 0) {
                    return end;
                }
                at = withoutBlanks(code, open);
            }
            int name = at;
            while (at > 0 && Character.isJavaIdentifierPart(code.charAt(at - 1))) {
                at--;
            }
            if (NO_NAMES.contains(code.substring(at, name))) {
                return skipBlanks(code, name);
            }
            int previous = withoutBlanks(code, at);
            if (previous > 0 && code.charAt(previous - 1) == '.') {
                at = previous - 1;
                continue;
            }
            boolean made = code.substring(0, previous).matches("(?s).*(?<![\\w$])new");
            return made ? previous - "new".length() : skipBlanks(code, at);
        }
    }

    private static int withoutBlanks(String code, int end) {
        int at = end;
        while (at > 0 && Character.isWhitespace(code.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int skipBlanks(String code, int from) {
        int at = from;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int opening(String code, int closing) {
        char close = code.charAt(closing);
        char open = close == ')' ? '(' : close == ']' ? '[' : '<';
        int depth = 0;
        for (int at = closing; at >= 0; at--) {
            char c = code.charAt(at);
            // an arrow closes nothing
            if (c == close && !(c == '>' && at > 0 && code.charAt(at - 1) == '-')) {
                depth++;
            } else if (c == open && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** With a letter for each character of a literal, and blanks for comments: a literal is a receiver, too. */
    private static String masked(String code) {
        StringBuilder masked = new StringBuilder(code);
        for (int at = 0; at < code.length(); ) {
            boolean comment = JavaTokens.isComment(code, at);
            if (comment || JavaTokens.isLiteral(code, at)) {
                int end = JavaTokens.end(code, at);
                masked.replace(at, end, (comment ? " " : "L").repeat(end - at));
                at = end;
            } else {
                at++;
            }
        }
        return masked.toString();
    }
}
