package io.jotter.environment.live;

import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bars that move together, in one place of the page: however often an inner one is made anew, and however many
 * threads have one, the page gets no second place for it.
 *
 * <p>Lists are replaced, not changed: an asynchronous stop leaves the one or the other.
 */
final class Board {
    /** How many bars that have ended stay in sight beside others. */
    private static final int KEPT = 6;

    /** Places that one statement may fill before its further bars share the last. */
    private static final int PLACES = 20;

    private static @Nullable Board current;

    private final LiveView view = new LiveView(this::picture, this::statementEnded);
    private volatile Lines shown = new Lines(List.of(), 0);
    private volatile boolean closed;
    private final int place;
    private final @Nullable Object notebook = notebook();

    /**
     * A bar and how deep it stands.
     *
     * @param depth 0 for one that stands below no other
     */
    record Line(LiveProgress bar, int depth) {}

    /**
     * What is in sight.
     *
     * @param leftOut how many that have ended are not
     */
    private record Lines(List<Line> all, int leftOut) {
        Lines {
            all = List.copyOf(all);
        }

        boolean move() {
            return all.stream().anyMatch(line -> line.bar().isOpen());
        }
    }

    /**
     * Shows nothing yet.
     *
     * @param place how many there are by now in this statement
     */
    private Board(int place) {
        this.place = place;
    }

    /** Makes a bar and puts it among those that move already, or in a place of its own. */
    static LiveProgress with(Function<Board, LiveProgress> maker) {
        synchronized (Board.class) {
            Board before = current;
            if (before != null && !before.isForOthers()) {
                LiveProgress bar = before.add(maker);
                before.changed();
                return bar;
            }
            Board fresh = new Board(before == null || before.closed ? 1 : before.place + 1);
            LiveProgress bar = fresh.add(maker);
            current = fresh;
            fresh.view.open();
            return bar;
        }
    }

    private static @Nullable Object notebook() {
        return Notebook.isRunning() ? Notebook.host() : null;
    }

    @SuppressWarnings("ReferenceEquality") // there is one host a worker
    private boolean isForOthers() {
        return closed || notebook != notebook() || (!shown.move() && place < PLACES);
    }

    private synchronized LiveProgress add(Function<Board, LiveProgress> maker) {
        List<Line> more = new ArrayList<>(shown.all());
        int depth = 0;
        int at = more.size();
        for (int i = 0; i < more.size(); i++) {
            Line line = more.get(i);
            if (line.bar().isOpen() && line.bar().isOf(Thread.currentThread())) {
                depth = line.depth() + 1;
                at = i + 1;
            }
        }
        if (depth > 0) {
            // an earlier one in this very place, and what stood below it
            while (at < more.size() && more.get(at).depth() >= depth) {
                more.remove(at);
            }
        }
        LiveProgress bar = maker.apply(this);
        more.add(at, new Line(bar, depth));
        shown = withoutOldest(more);
        return bar;
    }

    private Lines withoutOldest(List<Line> all) {
        long over = all.stream().filter(line -> !line.bar().isOpen()).count() - KEPT;
        int leftOut = shown.leftOut();
        List<Line> kept = new ArrayList<>();
        for (Line line : all) {
            if (over > 0 && line.depth() == 0 && !line.bar().isOpen()) {
                over--;
                leftOut++;
            } else {
                kept.add(line);
            }
        }
        return new Lines(kept, leftOut);
    }

    void changed() {
        view.changed();
    }

    void ended(LiveProgress bar) {
        synchronized (this) {
            List<Line> fewer = new ArrayList<>(shown.all());
            int at = 0;
            while (at < fewer.size() && !fewer.get(at).bar().equals(bar)) {
                at++;
            }
            // what stood below it is over too, and of no interest any more
            while (at + 1 < fewer.size()
                    && fewer.get(at + 1).depth() > fewer.get(at).depth()) {
                fewer.remove(at + 1);
            }
            shown = new Lines(fewer, shown.leftOut());
        }
        if (shown.move()) {
            view.changed();
        } else {
            view.settled();
        }
    }

    private void statementEnded(boolean failed) {
        closed = true;
        shown.all().forEach(line -> line.bar().statementEnded(failed));
    }

    private MimeBundle picture() {
        Lines now = shown;
        List<BarsView.Row> rows = now.all().stream()
                .map(line -> new BarsView.Row(line.bar().state(), line.depth()))
                .toList();
        return new BarsView(rows, now.leftOut()).toMimeBundle();
    }
}
