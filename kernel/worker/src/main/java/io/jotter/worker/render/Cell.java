package io.jotter.worker.render;

import org.jspecify.annotations.Nullable;

/**
 * A value within a table: its text, cut short.
 *
 * @param number whether digits are to stand below digits
 */
record Cell(String text, boolean number) {
    private static final int LONGEST = 200;

    /** Runs the value's own {@code toString}, as plain text does; one that throws is told in its place. */
    static Cell of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        try {
            if (value != null && value.getClass().isArray()) {
                text.append(ArrayRenderer.text(value));
            } else {
                CollectionText.append(value, text);
            }
        } catch (RuntimeException | StackOverflowError broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw broken;
            }
            return new Cell("(toString threw " + broken.getClass().getName() + ")", false);
        }
        int end = Math.min(text.length(), LONGEST);
        end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        return new Cell(end < text.length() ? text.substring(0, end) + "…" : text.toString(), value instanceof Number);
    }
}
