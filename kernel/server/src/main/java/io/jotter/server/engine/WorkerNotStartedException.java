package io.jotter.server.engine;

import java.util.List;

/** No worker came up with the options that were asked for; the message says why. */
@SuppressWarnings("serial")
public final class WorkerNotStartedException extends Exception {
    private final List<String> lostVariables;

    WorkerNotStartedException(String reason, List<String> lostVariables) {
        super(reason);
        this.lostVariables = List.copyOf(lostVariables);
    }

    /** Those of the worker that had to end for the attempt. */
    public List<String> lostVariables() {
        return lostVariables;
    }
}
