package io.jotter.api;

import java.util.List;

/** Opens comms, Jupyter's two-way channels between a notebook's page and objects in the kernel. */
public interface Comms {
    /**
     * Answers pages that open a comm of this name.
     *
     * @param target for example {@code jupyter.widget}
     */
    void onOpen(String target, Opened handler);

    /** Opens one from here. {@code data} and {@code metadata} are JSON objects as text. */
    Comm open(String target, String data, String metadata, List<byte[]> buffers);

    /**
     * The same comms with handlers that run before anything else of the page's is read, also while the reader's own wait in
     * line: for a protocol's part of the work, which neither waits nor calls the reader's code.
     */
    Comms atOnce();

    /** Called when a page has opened a comm. */
    @FunctionalInterface
    interface Opened {
        void opened(Comm comm, String data, List<byte[]> buffers);
    }
}
