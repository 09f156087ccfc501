package io.jotter.server.session;

/**
 * A cell that was run.
 *
 * @param session 0 for the present one
 * @param line the execution count
 */
public record HistoryEntry(int session, int line, String source) {}
