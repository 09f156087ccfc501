package io.jotter.server.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** What strangers send must not fill the disk. */
class ThriftyLogTests {
    private final List<String> written = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final ThriftyLog log = new ThriftyLog(new Recorder(written), now::get);

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

    /** A log whose lines can be looked at. */
    @SuppressWarnings("serial")
    private static final class Recorder extends LegacyAbstractLogger {
        private final List<String> lines;

        Recorder(List<String> lines) {
            this.lines = lines;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                @Nullable Object @Nullable [] arguments,
                @Nullable Throwable thrown) {
            lines.add(MessageFormatter.arrayFormat(message, arguments).getMessage());
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
