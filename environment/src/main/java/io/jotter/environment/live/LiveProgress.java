package io.jotter.environment.live;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bar that says how far something has come, how fast it goes and how long it will take; made by {@link Live#progress}
 * or {@link Live#progressBar}. Bars that are opened while another of their thread is open stand below it, one at a time.
 * Any number of threads may move it.
 *
 * <pre>{@code
 * try (var bar = progressBar("reading", file.size())) {
 *     bar.update(bytesRead);
 * }
 * }</pre>
 */
public final class LiveProgress implements AutoCloseable {
    /** How much the newest rate counts: the first second of a JVM is slower than the rest and must not spoil the time left. */
    private static final double NEWEST = 0.3;

    /** The least time that a rate is taken over, in seconds. */
    private static final double LEAST_RATED = 0.05;

    private final Board board;
    private final boolean ofLoop;
    private final Thread thread = Thread.currentThread();
    private final LongSupplier clock;
    private final long begin;
    private final AtomicLong done = new AtomicLong();
    private volatile String name;
    private volatile long total;
    private volatile BarState.End end = BarState.End.NOT_YET;
    private volatile long endedAt;
    private long ratedAt;
    private long ratedDone;
    private double perSecond = Double.NaN;

    private LiveProgress(Board board, String name, long total, boolean ofLoop, LongSupplier clock) {
        this.board = board;
        this.name = name;
        this.total = total;
        this.ofLoop = ofLoop;
        this.clock = clock;
        this.begin = clock.getAsLong();
        this.ratedAt = begin;
    }

    /**
     * Opens one.
     *
     * @param total negative where it is not known
     * @param ofLoop whether it ends with the statement in which it was opened
     */
    static LiveProgress open(String name, long total, boolean ofLoop) {
        return open(name, total, ofLoop, System::nanoTime);
    }

    static LiveProgress open(String name, long total, boolean ofLoop, LongSupplier clock) {
        return Board.with(board -> new LiveProgress(board, name, total, ofLoop, clock));
    }

    /** One step more is done. */
    public void update() {
        update(1);
    }

    /** So many steps more are done; a negative number takes some back. */
    public void update(long steps) {
        done.addAndGet(steps);
        moved();
    }

    /** So many steps are done in all. For a thread that moves it alone: nothing is added up. */
    public void at(long steps) {
        // no fence: what is drawn may be a moment old
        done.setOpaque(steps);
        moved();
    }

    /** What is done now, in a word or two. */
    public void describe(String newName) {
        name = newName;
        board.changed();
    }

    /** How many steps there will be, where that was not known or has changed. */
    public void total(long newTotal) {
        total = newTotal;
        board.changed();
    }

    private void moved() {
        if (end == BarState.End.STOPPED || (ofLoop && end == BarState.End.LEFT)) {
            // the statement in which it was opened has ended, and another one goes on with it
            end = BarState.End.NOT_YET;
        }
        board.changed();
    }

    /** It is over: all is done, or, where some was left, it is shown as left. A second call does nothing. */
    @Override
    public void close() {
        if (end == BarState.End.NOT_YET) {
            end(done.get() >= total ? BarState.End.DONE : BarState.End.LEFT);
        }
    }

    /** All that there was is done, however many were expected. */
    void finish() {
        if (isOpen()) {
            total = done.get();
            end(BarState.End.DONE);
        }
    }

    private void end(BarState.End how) {
        endedAt = clock.getAsLong();
        end = how;
        board.ended(this);
    }

    /** The statement under which it moved is over. */
    void statementEnded(boolean failed) {
        boolean loopIsOver = ofLoop && thread.equals(Thread.currentThread());
        if (isOpen() && (failed || loopIsOver)) {
            endedAt = clock.getAsLong();
            end = failed ? BarState.End.STOPPED : BarState.End.LEFT;
        } else if (failed && end == BarState.End.LEFT) {
            // closed by a try that the exception has left
            end = BarState.End.STOPPED;
        }
    }

    boolean isOpen() {
        return end == BarState.End.NOT_YET;
    }

    boolean isOf(Thread other) {
        return thread.equals(other);
    }

    /** For the one thread that draws. */
    BarState state() {
        BarState.End how = end;
        long now = how == BarState.End.NOT_YET ? clock.getAsLong() : endedAt;
        long count = done.get();
        if (how == BarState.End.NOT_YET) {
            rate(now, count);
        }
        return new BarState(name, count, total, (now - begin) / 1e9, perSecond, how);
    }

    private void rate(long now, long count) {
        double seconds = (now - ratedAt) / 1e9;
        if (seconds < LEAST_RATED || count == ratedDone) {
            return;
        }
        double newest = (count - ratedDone) / seconds;
        perSecond = Double.isNaN(perSecond) ? newest : (1 - NEWEST) * perSecond + NEWEST * newest;
        ratedAt = now;
        ratedDone = count;
    }
}
