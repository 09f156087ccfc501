package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLimitTests {
    private static final EvalOutcome STOPPED =
            new EvalOutcome.Stopped("Interrupted", "stopped", List.of("at In [1]:1"));
    private static final EvalOutcome DONE = new EvalOutcome.Value(MimeBundle.text("1"));

    @Test
    void aCellThatRunsOverItIsInterruptedAndSaysWhy() {
        CountDownLatch interrupted = new CountDownLatch(1);
        TimeLimit limit = new TimeLimit(Duration.ofMillis(20), interrupted::countDown);
        EvalOutcome outcome = limit.keep(() -> {
            await(interrupted);
            return STOPPED;
        });
        assertThat(outcome).isInstanceOfSatisfying(EvalOutcome.Stopped.class, stopped -> {
            assertThat(stopped.name()).isEqualTo("TimeLimitExceeded");
            assertThat(stopped.message()).contains("longer than 20 ms", "IJAVA_TIMEOUT");
            assertThat(stopped.traceback()).contains("at In [1]:1");
        });
    }

    @Test
    void aCellThatEndsInTimeIsLeftAloneAndSoIsTheReadersOwnInterrupt() {
        TimeLimit limit = new TimeLimit(Duration.ofHours(1), () -> {
            throw new AssertionError("interrupted");
        });
        assertThat(limit.keep(() -> DONE)).isEqualTo(DONE);
        assertThat(limit.keep(() -> STOPPED)).isEqualTo(STOPPED);
    }

    @Test
    void aCellThatEndsAfterAllHasItsOwnOutcome() {
        CountDownLatch interrupted = new CountDownLatch(1);
        TimeLimit limit = new TimeLimit(Duration.ofMillis(1), interrupted::countDown);
        assertThat(limit.keep(() -> {
                    await(interrupted);
                    return DONE;
                }))
                .isEqualTo(DONE);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
