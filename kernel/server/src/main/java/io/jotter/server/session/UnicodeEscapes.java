package io.jotter.server.session;

/**
 * Java reads <code>&#92;u0022</code> as a quotation mark before it looks for literals and comments (Java Language
 * Specification, 3.3): so where those begin and end depends on it.
 */
final class UnicodeEscapes {
    private static final int DIGITS = 4;

    private UnicodeEscapes() {}

    /** The character that begins at a place, as the compiler sees it. */
    static char charAt(String code, int at) {
        int end = escapeEnd(code, at);
        return end < 0 ? code.charAt(at) : (char) Integer.parseInt(code, end - DIGITS, end, 16);
    }

    /** Behind the character that begins at a place. */
    static int after(String code, int at) {
        int end = escapeEnd(code, at);
        return end < 0 ? at + 1 : end;
    }

    /** Behind the text if it stands at a place, in either spelling; else -1. */
    static int behind(String code, String text, int at) {
        int next = at;
        for (int i = 0; i < text.length(); i++) {
            if (next >= code.length() || charAt(code, next) != text.charAt(i)) {
                return -1;
            }
            next = after(code, next);
        }
        return next;
    }

    /** Behind the escape that begins at a place, or -1: a backslash, one u or more, four digits. */
    private static int escapeEnd(String code, int at) {
        if (code.charAt(at) != '\\' || !code.startsWith("u", at + 1) || isEscaped(code, at)) {
            return -1;
        }
        int digits = at + 1;
        while (digits < code.length() && code.charAt(digits) == 'u') {
            digits++;
        }
        if (digits + DIGITS > code.length()) {
            return -1;
        }
        for (int i = digits; i < digits + DIGITS; i++) {
            char c = code.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return -1;
            }
        }
        return digits + DIGITS;
    }

    /** Of two backslashes the second begins nothing. */
    private static boolean isEscaped(String code, int at) {
        int first = at;
        while (first > 0 && code.charAt(first - 1) == '\\') {
            first--;
        }
        return (at - first) % 2 == 1;
    }
}
