package io.jotter.server.session;

/** The few colours of error messages, as terminals and JupyterLab read them; both themes show these well. */
final class Ansi {
    private static final String RESET = "\u001b[0m";

    private Ansi() {}

    static String red(String text) {
        return "\u001b[31m" + text + RESET;
    }

    static String boldRed(String text) {
        return "\u001b[1;31m" + text + RESET;
    }

    static String bold(String text) {
        return "\u001b[1m" + text + RESET;
    }

    static String dim(String text) {
        return "\u001b[2m" + text + RESET;
    }
}
