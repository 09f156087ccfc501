package io.jotter.worker.magics;

/** A magic is used wrongly. The message says how it is used; the front shows it without a trace. */
final class WrongUseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    WrongUseException(String message) {
        super(message);
    }
}
