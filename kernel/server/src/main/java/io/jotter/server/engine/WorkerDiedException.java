package io.jotter.server.engine;

/** The worker is gone, and with it what was asked of it. */
@SuppressWarnings("serial")
final class WorkerDiedException extends Exception {
    WorkerDiedException() {
        super("The worker has ended");
    }
}
