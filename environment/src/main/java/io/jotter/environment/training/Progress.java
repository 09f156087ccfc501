package io.jotter.environment.training;

import static io.jotter.environment.figure.Spoken.seconds;

import java.util.Locale;

/**
 * How far a training has come and how fast it goes.
 *
 * @param epoch the epoch under way, from 1; the last one when all is done
 * @param epochs how many there will be
 * @param done examples of this epoch that have been learnt from
 * @param total examples in an epoch
 * @param elapsed seconds since the first batch
 * @param perSecond examples a second, of late; NaN while not yet known
 */
record Progress(int epoch, int epochs, long done, long total, double elapsed, double perSecond, State state) {
    /** Whether it goes on. */
    enum State {
        RUNNING,
        FINISHED,
        STOPPED
    }

    /** 0 to 1 of all epochs. */
    double share() {
        return Math.min(1, (epoch - 1 + (double) done / total) / epochs);
    }

    /** In seconds; NaN while the rate is not known. */
    double left() {
        return ((double) total * (epochs - epoch + 1) - done) / perSecond;
    }

    /** One line without the bar. */
    String says() {
        String place = "epoch " + epoch + " of " + epochs;
        return switch (state) {
            case RUNNING ->
                place + " · " + percent() + rate() + (Double.isNaN(left()) ? "" : " · " + seconds(left()) + " left");
            case FINISHED -> (epochs == 1 ? "1 epoch" : epochs + " epochs") + " in " + seconds(elapsed) + rate();
            case STOPPED ->
                "stopped in " + place + " after " + seconds(elapsed) + " · " + percent()
                        + " · what was learnt until then is kept";
        };
    }

    private String percent() {
        return Math.round(100 * share()) + " %";
    }

    private String rate() {
        double rate = state == State.FINISHED ? (double) total * epochs / elapsed : perSecond;
        return Double.isNaN(rate) || Double.isInfinite(rate)
                ? ""
                : String.format(Locale.ROOT, " · %,.0f examples/s", rate);
    }
}
