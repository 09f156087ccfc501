package io.jotter.environment.live;

import io.jotter.api.Host;
import io.jotter.api.Notebook;
import io.jotter.api.StatementEnd;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The views of one statement, and the thread that draws them when they have changed. Both last as long as the statement.
 *
 * <p>Guarded by monitors, which an asynchronous stop releases; it may strike the loop, or the drawing thread, anywhere.
 * What it leaves half done, the statement's end does.
 */
final class Stage implements StatementEnd {
    private static @Nullable Stage current;

    private final Host host;
    private final Set<LiveView> open = new LinkedHashSet<>();
    private final Set<LiveView> waiting = new LinkedHashSet<>();
    private @Nullable Thread painter;
    private boolean over;

    private Stage(Host host) {
        this.host = host;
    }

    /** Opens one for the running statement, if it has none yet. */
    static synchronized Stage ofThisStatement() {
        Host host = Notebook.host();
        Stage stage = current;
        if (stage == null || stage.isOver() || !stage.host.equals(host)) {
            stage = new Stage(host);
            // first: a stop after it leaves a stage that is ended for nothing, and never one that is not ended
            host.whenStatementEnds(stage);
            current = stage;
        }
        return stage;
    }

    private synchronized boolean isOver() {
        return over;
    }

    synchronized void enter(LiveView view) {
        open.add(view);
    }

    /** Draws the view when its time has come, or, where it is over, returns false. */
    synchronized boolean ask(LiveView view) {
        if (over) {
            return false;
        }
        open.add(view);
        waiting.add(view);
        // last: a view that a stop has left out must be able to ask again
        view.isAsked();
        if (painter == null || !painter.isAlive()) {
            // made by the thread that works for the cell, and so the page takes its pictures for that cell's
            Thread thread = new Thread(this::paint, "live-pictures");
            thread.setDaemon(true);
            painter = thread;
            thread.start();
        }
        notifyAll();
        return true;
    }

    private void paint() {
        try {
            for (LiveView next = next(); next != null; next = next()) {
                next.draw(false);
            }
        } catch (InterruptedException stopped) {
            // with the cell: its end draws what is left
            return;
        }
    }

    private synchronized @Nullable LiveView next() throws InterruptedException {
        while (!over) {
            long nanos = Long.MAX_VALUE;
            long now = System.nanoTime();
            for (LiveView view : waiting) {
                long left = view.dueAt() - now;
                if (left <= 0) {
                    waiting.remove(view);
                    return view;
                }
                nanos = Math.min(nanos, left);
            }
            if (waiting.isEmpty()) {
                wait();
            } else {
                wait(nanos / 1_000_000 + 1);
            }
        }
        return null;
    }

    @Override
    public void statementEnded(boolean failed) {
        List<LiveView> left;
        synchronized (this) {
            over = true;
            left = new ArrayList<>(open);
            notifyAll();
        }
        for (LiveView view : left) {
            view.statementEnded(failed);
        }
    }
}
