package io.jotter.server.handlers;

/** Where a request is answered. */
public enum Lane {
    /** By the thread that has read it, ahead of everything: must not wait for anything. */
    DIRECT,
    /** In order, beside a running cell. */
    INQUIRY,
    /** In order, one cell after the other. */
    EXECUTE
}
