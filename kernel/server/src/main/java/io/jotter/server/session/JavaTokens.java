package io.jotter.server.session;

/** Where Java's comments and literals begin and end; what stands in them is no code. */
final class JavaTokens {
    private static final String TEXT_BLOCK = "\"\"\"";

    private JavaTokens() {}

    static boolean isComment(String code, int at) {
        return stands(code, "//", at) || stands(code, "/*", at);
    }

    static boolean isLiteral(String code, int at) {
        char c = UnicodeEscapes.charAt(code, at);
        return c == '"' || c == '\'';
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
        return from >= 0 && !stands(code, "//", from);
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

    /** Where the text of one line begins in which the code ends, or -1. */
    static int openText(String code) {
        int from = openFrom(code);
        return from >= 0 && code.charAt(from) == '"' && !stands(code, TEXT_BLOCK, from) ? from : -1;
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
        boolean overLines = stands(code, "/*", at) || stands(code, TEXT_BLOCK, at);
        return overLines ? code.length() : endOfLine(code, at);
    }

    /** Behind the end mark, or -1 if there is none. */
    private static int closed(String code, int at) {
        if (stands(code, "//", at)) {
            return code.indexOf('\n', at);
        }
        if (stands(code, "/*", at)) {
            return afterMark(code, "*/", UnicodeEscapes.behind(code, "/*", at), code.length(), false);
        }
        if (stands(code, TEXT_BLOCK, at)) {
            return afterMark(code, TEXT_BLOCK, UnicodeEscapes.behind(code, TEXT_BLOCK, at), code.length(), true);
        }
        String quote = String.valueOf(UnicodeEscapes.charAt(code, at));
        return afterMark(code, quote, UnicodeEscapes.after(code, at), endOfLine(code, at), true);
    }

    private static int afterMark(String code, String mark, int from, int limit, boolean literal) {
        for (int i = from; i < limit; i = UnicodeEscapes.after(code, i)) {
            int behind = UnicodeEscapes.behind(code, mark, i);
            if (behind >= 0) {
                return behind <= limit ? behind : -1;
            }
            if (literal && UnicodeEscapes.charAt(code, i) == '\\') {
                // what a backslash escapes ends nothing
                i = UnicodeEscapes.after(code, i);
                if (i >= limit) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private static boolean stands(String code, String mark, int at) {
        return UnicodeEscapes.behind(code, mark, at) >= 0;
    }

    private static int endOfLine(String code, int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }
}
