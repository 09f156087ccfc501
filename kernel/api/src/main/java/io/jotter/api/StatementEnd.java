package io.jotter.api;

/** What is to be done when a statement of a cell has ended; see {@link Host#whenStatementEnds}. */
@FunctionalInterface
public interface StatementEnd {
    /**
     * Called once, before the cell goes on or counts as ended: what is shown here is still shown under it. Must not wait.
     *
     * @param failed whether it ended by an exception, an interrupt or a stop; its thread is then gone, or not the calling
     *     one
     */
    void statementEnded(boolean failed);
}
