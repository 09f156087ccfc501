package io.jotter.server.zmq;

/** Frames that are no message of the protocol, or not one that was signed with the kernel's key. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedMessageException(String message) {
        super(message);
    }

    MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
