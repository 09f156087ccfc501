package io.jotter.environment.live;

import io.jotter.environment.figure.Spoken;
import java.util.Locale;

/**
 * How far a loop has come.
 *
 * @param name what it does; may be empty
 * @param done steps taken
 * @param total how many there will be; negative where that is not known
 * @param elapsed in seconds
 * @param perSecond of late; NaN while not known
 */
record BarState(String name, long done, long total, double elapsed, double perSecond, End end) {
    /** Whether and how it has ended. */
    enum End {
        /** It goes on. */
        NOT_YET,
        DONE,
        /** Left by the code itself before all was done. */
        LEFT,
        /** By an exception, an interrupt or a stop. */
        STOPPED
    }

    boolean hasTotal() {
        return total >= 0;
    }

    /** From 0 to 1. */
    double share() {
        return total == 0 ? 1 : Math.min(1, (double) done / total);
    }

    /** The numbers, without the name. */
    String says() {
        return switch (end) {
            case NOT_YET -> (hasTotal() ? percent() + " · " : "") + count() + going() + left();
            case DONE -> number(done) + " in " + Spoken.seconds(elapsed) + and(Spoken.rate(done / elapsed));
            case LEFT -> "left at " + count() + " after " + Spoken.seconds(elapsed);
            case STOPPED -> "stopped at " + count() + " after " + Spoken.seconds(elapsed);
        };
    }

    private String percent() {
        // 100 only when all is done
        return (done >= total ? 100 : Math.min(99, Math.round(100 * share()))) + " %";
    }

    private String count() {
        return number(done) + (hasTotal() ? " of " + number(total) : "");
    }

    private String going() {
        return and(Spoken.rate(perSecond)) + (hasTotal() ? "" : " · " + Spoken.seconds(elapsed));
    }

    private String left() {
        double seconds = (total - done) / perSecond;
        return hasTotal() && perSecond > 0 ? " · " + Spoken.seconds(Math.max(0, seconds)) + " left" : "";
    }

    private static String and(String more) {
        return more.isEmpty() ? "" : " · " + more;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
