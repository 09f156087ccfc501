package io.jotter.server.magics;

/** A magic failed. The message is for the notebook's author: what failed and what to do. */
public class MagicException extends Exception {
    private static final long serialVersionUID = 1;

    public MagicException(String message) {
        super(message);
    }

    public MagicException(String message, Throwable cause) {
        super(message, cause);
    }
}
