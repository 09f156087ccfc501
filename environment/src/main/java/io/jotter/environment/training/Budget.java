package io.jotter.environment.training;

/** Sees to it that looking on costs at most a share of what is looked at. */
final class Budget {
    /** Of the elapsed time. */
    static final double PERCENT = 0.5;

    private final long begin;
    private long spent;

    Budget(long begin) {
        this.begin = begin;
    }

    void spend(long nanos) {
        spent += nanos;
    }

    boolean allowsMore(long now) {
        return spent <= (now - begin) * (PERCENT / 100);
    }
}
