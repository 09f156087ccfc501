package io.jotter.worker;

/** Thrown into the threads of a cell that ignored its interrupt. An Error, like {@link ThreadDeath}: few catch it. */
@SuppressWarnings("serial")
final class CellStopped extends Error {
    CellStopped() {
        super("The cell was stopped", null, false, false);
    }
}
