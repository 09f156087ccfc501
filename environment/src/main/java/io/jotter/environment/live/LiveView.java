package io.jotter.environment.live;

import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import io.jotter.api.StatementEnd;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A place on the page that shows a state which changes often. {@link #changed} may be called in the innermost loop: what
 * it is asked for is done by another thread, at most ten times a second; the last state is always shown, by the end of the
 * statement at the latest, also where that ends by an exception or is stopped between any two instructions.
 *
 * <p>Outside a notebook nothing can be replaced: there it prints its plain text as a line whenever it has {@link #settled}.
 */
public final class LiveView {
    /** The least between two pictures, in nanoseconds. */
    static final long PACE = 100_000_000;

    private final String id = UUID.randomUUID().toString();
    private final Supplier<MimeBundle> picture;
    private final StatementEnd end;
    private final long pace;
    private volatile boolean asked;
    private volatile long lastShown;
    private MimeBundle shown = MimeBundle.empty();

    /**
     * Shows nothing yet.
     *
     * @param picture the state now; asked by other threads than the one that changes it
     * @param end called before the last picture of a statement is asked for
     */
    public LiveView(Supplier<MimeBundle> picture, StatementEnd end) {
        this(picture, end, PACE);
    }

    /**
     * The same for pictures that take long to draw, or mean little so often.
     *
     * @param pace the least between two of them, in nanoseconds; raised to a tenth of a second
     */
    public LiveView(Supplier<MimeBundle> picture, StatementEnd end, long pace) {
        this.pace = Math.max(pace, PACE);
        this.picture = picture;
        this.end = end;
    }

    /** Shows the state under the running cell. To be called once. */
    public void open() {
        if (Notebook.isRunning()) {
            Stage.ofThisStatement().enter(this);
            draw(true);
        }
    }

    /** The state is another now. */
    public void changed() {
        // one read where a picture is on its way: this is all that most iterations cost
        boolean heard = asked || !Notebook.isRunning();
        while (!heard) {
            // false where the statement has ended in between, as it may for another thread
            heard = Stage.ofThisStatement().ask(this);
        }
    }

    /** The state is one that stays for now; shows it at once, and outside a notebook as a line. */
    public void settled() {
        if (Notebook.isRunning()) {
            draw(false);
        } else {
            System.out.println(picture.get().data().get(MimeBundle.PLAIN));
        }
    }

    /** By the stage that will draw it. */
    void isAsked() {
        asked = true;
    }

    /** By {@link System#nanoTime}. */
    long dueAt() {
        return lastShown + pace;
    }

    void statementEnded(boolean failed) {
        end.statementEnded(failed);
        draw(false);
    }

    /** One at a time, so that no older picture follows a newer one. */
    synchronized void draw(boolean first) {
        // before the look: what changes from here on asks again
        asked = false;
        lastShown = System.nanoTime();
        MimeBundle now = picture.get();
        if (first) {
            Notebook.host().display(now, id);
        } else if (!now.equals(shown)) {
            Notebook.host().updateDisplay(now, id);
        }
        shown = now;
    }
}
