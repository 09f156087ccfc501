package io.jotter.server.handlers;

/** The protocol counts a cursor's position in code points, Java in UTF-16 units. */
final class CursorPosition {
    private CursorPosition() {}

    /** From the protocol's to Java's; a position outside the text is moved to its nearer end. */
    static int toUtf16(String text, int codePoints) {
        if (codePoints <= 0) {
            return 0;
        }
        // a text has no more code points than units, so this is past its end in either count
        if (codePoints >= text.length() || codePoints >= text.codePointCount(0, text.length())) {
            return text.length();
        }
        return text.offsetByCodePoints(0, codePoints);
    }

    /** From Java's to the protocol's; a position outside the text is moved to its nearer end. */
    static int toCodePoints(String text, int units) {
        return text.codePointCount(0, Math.max(0, Math.min(units, text.length())));
    }
}
