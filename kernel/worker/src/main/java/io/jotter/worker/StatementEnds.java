package io.jotter.worker;

import io.jotter.api.StatementEnd;
import java.util.ArrayList;
import java.util.List;

/**
 * Who wants to hear when the running statement has ended. Told by the cell thread; of a statement that was stopped, by a
 * thread of the worker's own before the cell ends.
 */
final class StatementEnds {
    private final List<StatementEnd> waiting = new ArrayList<>();

    synchronized void add(StatementEnd end) {
        waiting.add(end);
    }

    /** Each is told once, in the order in which they came, whatever another does. */
    void tell(boolean failed) {
        while (true) {
            StatementEnd next;
            synchronized (this) {
                if (waiting.isEmpty()) {
                    return;
                }
                next = waiting.remove(0);
            }
            try {
                next.statementEnded(failed);
            } catch (CellStopped stop) {
                throw stop;
            } catch (OutOfMemoryError full) {
                // nor is there any to say so with; the cell's outcome is not to be another for it
            } catch (RuntimeException | Error broken) {
                System.err.println("What was to be shown at the end could not be: " + broken);
            }
        }
    }
}
