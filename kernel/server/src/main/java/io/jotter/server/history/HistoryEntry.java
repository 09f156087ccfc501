package io.jotter.server.history;

import org.jspecify.annotations.Nullable;

/**
 * A cell that was run.
 *
 * @param session which kernel of this user's ran it, from 1; 0 while that is not known
 * @param line the execution count
 * @param output its result as text; null for none, and for cells of earlier kernels, whose results are not kept
 */
public record HistoryEntry(
        int session, int line, String source, @Nullable String output) {
    HistoryEntry in(int newSession) {
        return new HistoryEntry(newSession, line, source, output);
    }
}
