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

    /** Called when a page has opened a comm. */
    @FunctionalInterface
    interface Opened {
        void opened(Comm comm, String data, List<byte[]> buffers);
    }
}
