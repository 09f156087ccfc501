package io.jotter.server.session;

/** Where Java's comments and literals begin and end; what stands in them is no code. */
final class JavaTokens {
    private static final String TEXT_BLOCK = "\"\"\"";

    private JavaTokens() {}

    static boolean isComment(String code, int at) {
        return code.startsWith("//", at) || code.startsWith("/*", at);
    }

    static boolean isLiteral(String code, int at) {
        return code.charAt(at) == '"' || code.charAt(at) == '\'';
    }

    /** Behind the comment or literal that begins at {@code at}; a line comment leaves its line break. */
    static int end(String code, int at) {
        int end = closed(code, at);
        return end >= 0 ? end : openEnd(code, at);
    }

    /** Whether the code ends within a literal or a comment, one to the end of its line among them. */
    static boolean endsInside(String code) {
        return openFrom(code) >= 0;
    }

    /** Whether the code ends within a literal or a comment that has to be closed. */
    static boolean endsOpen(String code) {
        int from = openFrom(code);
        return from >= 0 && !code.startsWith("//", from);
    }

    /** Where the literal or comment begins that is open at the end, or -1. */
    private static int openFrom(String code) {
        int at = 0;
        while (at < code.length()) {
            if (isComment(code, at) || isLiteral(code, at)) {
                int end = end(code, at);
                if (end == code.length() && closed(code, at) < 0) {
                    return at;
                }
                at = end;
            } else {
                at++;
            }
        }
        return -1;
    }

    /** The code with blanks for its comments and literals, of the same length. */
    static String codeOnly(String code) {
        StringBuilder only = new StringBuilder(code);
        int at = 0;
        while (at < code.length()) {
            if (isComment(code, at) || isLiteral(code, at)) {
                int end = end(code, at);
                only.replace(at, end, " ".repeat(end - at));
                at = end;
            } else {
                at++;
            }
        }
        return only.toString();
    }

    /** How many curly brackets are open at the end. */
    static int openBraces(String code) {
        int open = 0;
        int at = 0;
        while (at < code.length()) {
            if (isComment(code, at) || isLiteral(code, at)) {
                at = end(code, at);
            } else {
                open = braces(open, code.charAt(at));
                at++;
            }
        }
        return open;
    }

    /** The number of open curly brackets behind a character of code. */
    static int braces(int open, char c) {
        return c == '{' ? open + 1 : c == '}' ? Math.max(0, open - 1) : open;
    }

    private static int openEnd(String code, int at) {
        boolean overLines = code.startsWith("/*", at) || code.startsWith(TEXT_BLOCK, at);
        return overLines ? code.length() : endOfLine(code, at);
    }

    /** Behind the end mark, or -1 if there is none. */
    private static int closed(String code, int at) {
        if (code.startsWith("//", at)) {
            return code.indexOf('\n', at);
        }
        if (code.startsWith("/*", at)) {
            int end = code.indexOf("*/", at + 2);
            return end < 0 ? -1 : end + 2;
        }
        if (code.startsWith(TEXT_BLOCK, at)) {
            return afterQuotes(code, TEXT_BLOCK, at + TEXT_BLOCK.length(), code.length());
        }
        return afterQuotes(code, code.substring(at, at + 1), at + 1, endOfLine(code, at));
    }

    private static int afterQuotes(String code, String quotes, int from, int limit) {
        for (int i = from; i + quotes.length() <= limit; i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quotes, i)) {
                return i + quotes.length();
            }
        }
        return -1;
    }

    private static int endOfLine(String code, int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }
}
