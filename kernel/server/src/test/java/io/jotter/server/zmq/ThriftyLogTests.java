package io.jotter.server.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.MessageFormatter;

/** What strangers send must not fill the disk. */
class ThriftyLogTests {
    private static final String NAME = "thrifty";
    private final List<String> written = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final ThriftyLog log = new ThriftyLog(LoggerFactory.getLogger(NAME), now::get);
    private final Logger root = Logger.getLogger(NAME);
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            written.add(MessageFormatter.arrayFormat(line.getMessage(), line.getParameters())
                    .getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.setUseParentHandlers(false);
        root.addHandler(listener);
    }

    @AfterEach
    void leave() {
        root.removeHandler(listener);
    }

    @Test
    void ofAFloodTheFirstAreWrittenAndTheOthersCounted() {
        for (int i = 0; i < 1_000; i++) {
            log.warn("dropped " + i);
        }
        assertThat(written).hasSize(50).contains("dropped 0", "dropped 49");
        now.set(10_000_000_000L);
        log.warn("later");
        assertThat(written.subList(50, 52))
                .containsExactly("… and 950 more warnings of the kind, which are left out.", "later");
    }

    @Test
    void whatIsLongIsCut() {
        log.warn("x".repeat(1 << 20));
        assertThat(written.get(0)).hasSize(301).endsWith("…");
    }
}
