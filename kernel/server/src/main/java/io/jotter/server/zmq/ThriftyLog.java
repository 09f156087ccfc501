package io.jotter.server.zmq;

import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** Warnings that a stranger can cause at will: some in a time, then the number of the others, so that no log fills a disk. */
public final class ThriftyLog {
    private static final int MOST_IN_A_TIME = 50;
    private static final long TIME_NANOS = 10_000_000_000L;
    private static final int LONGEST = 300;

    private final Logger log;
    private final LongSupplier nanos;
    private long began;
    private int said;
    private long unsaid;

    public ThriftyLog(Logger log) {
        this(log, System::nanoTime);
    }

    ThriftyLog(Logger log, LongSupplier nanos) {
        this.log = log;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Says it, if it is not too much. By any thread. */
    public synchronized void warn(String text) {
        long now = nanos.getAsLong();
        if (now - began >= TIME_NANOS) {
            if (unsaid > 0) {
                log.warn("… and {} more warnings of the kind, which are left out.", unsaid);
            }
            began = now;
            said = 0;
            unsaid = 0;
        }
        if (said < MOST_IN_A_TIME) {
            said++;
            log.warn("{}", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        } else {
            unsaid++;
        }
    }
}
