package io.jotter.server.app;

import io.jotter.server.session.CellOutput;
import io.jotter.server.session.Session;

/** Starts the session behind a kernel, and with it the worker. */
@FunctionalInterface
public interface SessionFactory {
    /**
     * Starts it; takes as long as that takes.
     *
     * @throws Exception if it could not start; the message is shown to the reader with the first cell
     */
    Session start(CellOutput output) throws Exception;
}
