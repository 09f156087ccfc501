package io.jotter.server.session;

import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The magics that are waited for, the innermost first: an interrupt of the cell is one of theirs too. */
final class MagicInterrupts {
    private final Deque<MagicRun> running = new ArrayDeque<>();

    MagicValue await(MagicRun run) throws MagicException {
        synchronized (running) {
            running.push(run);
        }
        try {
            return run.await();
        } finally {
            synchronized (running) {
                running.remove(run);
            }
        }
    }

    void interrupt() {
        List<MagicRun> now;
        synchronized (running) {
            now = List.copyOf(running);
        }
        now.forEach(MagicRun::interrupt);
    }
}
