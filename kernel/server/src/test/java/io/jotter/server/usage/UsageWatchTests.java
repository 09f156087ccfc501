package io.jotter.server.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageWatchTests {
    @Test
    void saysWhatThisProcessTakes() {
        UsageWatch watch = new UsageWatch();
        Usage first = watch.look();
        assertThat(first.memory().orElse(0)).isBetween(20L << 20, 20L << 30);
        assertThat(first.hostMemory().get("total"))
                .isGreaterThan((double) first.memory().orElse(0));
        assertThat(first.hostMemory().get("percent")).isBetween(0.0, 100.0);
        assertThat(first.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());

        long end = System.nanoTime() + 300_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(watch.look().cpuPercent()).isBetween(5.0, 100.0 * first.cores() + 20);
    }
}
