package io.jotter.server.handlers;

import io.jotter.server.history.CellHistory;
import io.jotter.server.zmq.IopubPublisher;
import java.util.function.Consumer;

/**
 * What handlers work on.
 *
 * @param shutdown ends the process, soon after the call; true for a restart
 */
public record KernelParts(
        KernelIdentity identity,
        StartingSession session,
        IopubPublisher publisher,
        JupyterOutput output,
        StdinChannel stdin,
        CellHistory history,
        Consumer<Boolean> shutdown) {}
