package io.jotter.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LastResortTests {
    @Test
    void whatDoesNotCloseInTimeIsEndedOtherwise() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        LastResort.within(Duration.ofMillis(20), ended::join, () -> ended.complete(null));
        assertThat(ended).isCompleted();
    }

    @Test
    void whatClosesInTimeIsLeftAlone() {
        AtomicBoolean ended = new AtomicBoolean();
        LastResort.within(Duration.ofHours(1), () -> {}, () -> ended.set(true));
        assertThat(ended).isFalse();
    }
}
