package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** No more is printed than Jupyter's server lets through: 3,000,000 bytes within three seconds. */
class PaceTests {
    private static final long SECOND = 1_000_000_000;
    private static final byte[] LINES = "line 123456\n".repeat(5_461).getBytes(StandardCharsets.UTF_8);
    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(720_000, now::get);

    @Test
    void withinThreeSecondsOfACellsStartLessLeavesThanTheServerTakes() {
        assertThat(spentWithin(3 * SECOND, 2)).isBetween(2_000_000L, 2_700_000L);
    }

    @Test
    void withinAnyThreeSecondsLaterToo() {
        spentWithin(20 * SECOND, 2);
        assertThat(spentWithin(3 * SECOND, 2)).isBetween(2_000_000L, 2_700_000L);
    }

    @Test
    void aMillionShortLinesAreAtLeastFiftyThousandASecond() {
        long sent = 0;
        for (; sent < 1_000_000; sent += 5_461) {
            now.addAndGet(pace.nanosToWait());
            pace.spend(LINES, LINES.length);
        }
        assertThat(now.get()).isLessThan(20 * SECOND);
    }

    @Test
    void tinyMessagesAreFewerThanAHundredASecond() {
        byte[] tiny = {'x'};
        int messages = 0;
        while (now.get() < SECOND) {
            pace.spend(tiny, 1);
            messages++;
            now.addAndGet(pace.nanosToWait());
        }
        assertThat(messages).isBetween(50, 100);
    }

    @Test
    void whatIsWrittenLongerInJsonCountsAsLong() {
        byte[] control = new byte[100_000];
        pace.spend(control, control.length);
        assertThat(pace.nanosToWait()).isGreaterThan(SECOND / 5);
        pace.newCell();
        pace.spend("x".repeat(100_000).getBytes(StandardCharsets.UTF_8), 100_000);
        assertThat(pace.nanosToWait()).isZero();
    }

    @Test
    void aNewCellStartsAfresh() {
        spentWithin(SECOND, 2);
        pace.spend(LINES, LINES.length);
        assertThat(pace.nanosToWait()).isPositive();
        pace.newCell();
        assertThat(pace.nanosToWait()).isZero();
    }

    /** In JSON, with so many messages a batch. */
    private long spentWithin(long nanos, int batch) {
        long end = now.get() + nanos;
        long spent = 0;
        while (true) {
            now.addAndGet(pace.nanosToWait());
            if (now.get() >= end) {
                return spent;
            }
            for (int i = 0; i < batch; i++) {
                pace.spend(LINES, LINES.length);
                spent += LINES.length + 5_461 + 700;
            }
        }
    }
}
