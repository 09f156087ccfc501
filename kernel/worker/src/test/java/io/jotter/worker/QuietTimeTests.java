package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QuietTimeTests {
    private static final long PATIENCE = 10_000;
    private static final long MOMENT = 100;

    private final Semaphore done = new Semaphore(0);
    private @Nullable Thread thread;

    @AfterEach
    void end() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void theWorkIsDoneOnceWhenACellHasEndedAndAgainAfterTheNext() throws InterruptedException {
        QuietTime quiet = start(Duration.ofMillis(1));
        quiet.cellBegins();
        quiet.cellEnds();
        assertThat(comes(PATIENCE)).isTrue();
        assertThat(comes(MOMENT)).isFalse();
        quiet.cellBegins();
        quiet.cellEnds();
        assertThat(comes(PATIENCE)).isTrue();
    }

    @Test
    void beforeTheFirstCellThereIsNothingToDo() throws InterruptedException {
        start(Duration.ZERO);
        assertThat(comes(MOMENT)).isFalse();
    }

    @Test
    void aCellThatBeginsInTimeKeepsTheWorkAway() throws InterruptedException {
        QuietTime quiet = start(Duration.ofMillis(MOMENT));
        quiet.cellEnds();
        quiet.cellBegins();
        assertThat(comes(2 * MOMENT)).isFalse();
        quiet.cellEnds();
        assertThat(comes(PATIENCE)).isTrue();
    }

    private QuietTime start(Duration quiet) {
        QuietTime time = new QuietTime(quiet, done::release);
        thread = new Thread(time, "quiet-time");
        thread.start();
        return time;
    }

    private boolean comes(long milliseconds) throws InterruptedException {
        return done.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
    }
}
