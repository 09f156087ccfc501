package io.jotter.worker.render;

/** Text that is cut for display, with a note that says so. */
final class Shortened {
    /** In UTF-16 units: what a browser shows without a stutter. */
    private static final int LONGEST = 100_000;

    private Shortened() {}

    static String of(CharSequence text) {
        if (text.length() <= LONGEST) {
            return text.toString();
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.subSequence(0, end) + "\n… " + (text.length() - end) + " more characters not shown";
    }

    /** Whether a text being built is long enough to stop building it. */
    static boolean isFull(CharSequence text) {
        return text.length() > LONGEST;
    }
}
