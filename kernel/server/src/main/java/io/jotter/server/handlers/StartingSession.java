package io.jotter.server.handlers;

import io.jotter.server.session.Session;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The session, which may still be starting when the first requests come. */
public final class StartingSession {
    private final CompletableFuture<? extends Session> session;

    public StartingSession(CompletableFuture<? extends Session> session) {
        this.session = session;
    }

    /**
     * Waits until it is up.
     *
     * @throws IllegalStateException if it could not start; the message says why
     */
    Session await() {
        try {
            return session.join();
        } catch (CompletionException | CancellationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            throw new IllegalStateException("The kernel could not start: " + reason + " Restart it to try again.", e);
        }
    }

    /** The session if it is up, without waiting. */
    Optional<Session> ifUp() {
        return session.isDone() && !session.isCompletedExceptionally() ? Optional.of(session.join()) : Optional.empty();
    }
}
