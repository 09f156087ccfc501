package io.jotter.server.session;

/**
 * The few marks in error messages, as terminals and JupyterLab read them. There is no colour: JupyterLab lays errors on
 * red, and on that its reds, bold or not, have a contrast of 2 to 4, where text needs 4.5.
 */
final class Ansi {
    private static final String RESET = "\u001b[0m";

    private Ansi() {}

    static String bold(String text) {
        return "\u001b[1m" + text + RESET;
    }

    static String dim(String text) {
        return "\u001b[2m" + text + RESET;
    }
}
