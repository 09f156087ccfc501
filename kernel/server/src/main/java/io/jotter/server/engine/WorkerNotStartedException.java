package io.jotter.server.engine;

import java.util.List;
import java.util.Optional;

/** No worker came up with the options that were asked for; the message says why. */
@SuppressWarnings("serial")
public final class WorkerNotStartedException extends Exception {
    private final transient Optional<List<String>> lostVariables;

    WorkerNotStartedException(String reason, Optional<List<String>> lostVariables) {
        super(reason);
        this.lostVariables = lostVariables.map(List::copyOf);
    }

    /** Those of the worker that had to end for the attempt; empty if none had to. */
    public Optional<List<String>> lostVariables() {
        return lostVariables;
    }
}
