package io.jotter.server.handlers;

/** Answers one type of message. */
public interface Handler {
    /** The type that it answers, for example {@code history_request}. */
    String type();

    /** On which thread it runs. */
    Lane lane();

    /**
     * Answers it. What is thrown becomes an error reply, if none was sent and the message asks for one.
     *
     * @throws Exception for whatever went wrong; its message is shown to the reader
     */
    void handle(Request request) throws Exception;
}
