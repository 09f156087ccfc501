package io.jotter.api;

/** Handlers of the page's events that run one at a time and in their order, on a thread that is no cell's. */
public interface EventLine {
    /** Queues a handler; returns at once. */
    void add(Runnable handler);

    /**
     * The same; if one of this key still waits it is replaced where it stands. So of a burst the last one always runs, and
     * those between need not.
     */
    void addLatest(Object key, Runnable handler);
}
