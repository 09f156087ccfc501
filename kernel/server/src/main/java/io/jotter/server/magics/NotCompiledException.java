package io.jotter.server.magics;

/** What a magic had evaluated does not compile: nothing of it has run. */
public class NotCompiledException extends MagicException {
    private static final long serialVersionUID = 1;

    public NotCompiledException(String message) {
        super(message);
    }
}
