package io.jotter.api;

import java.util.List;

/** One open channel to the page. Data is a JSON object as text; buffers travel beside it uncopied. */
public interface Comm {
    String id();

    void send(String data, String metadata, List<byte[]> buffers);

    /** Called for each message of the page's, one at a time and beside the cells; see {@link PageEvents#line}. */
    void onMessage(Received handler);

    /** Called once when the page has closed the channel. */
    void onClose(Runnable handler);

    void close(String data);

    /** A message that came in. */
    @FunctionalInterface
    interface Received {
        void received(String data, List<byte[]> buffers);
    }
}
