package io.jotter.worker;

import java.util.function.LongSupplier;

/**
 * How fast printed text may leave. Jupyter's server throws away what a kernel prints beyond 1,000,000 bytes a second,
 * counted over three seconds and from the start of each cell, and a page has trouble with far less than a kernel can print.
 *
 * <p>Two buckets, of bytes and of messages, that fill with time: both may be overdrawn by one batch, and the next waits.
 * Not thread-safe.
 */
public final class Pace {
    /**
     * Within any three seconds {@link #MOST_SAVED_BYTES}, thrice this and one batch: well below the server's three million,
     * for what is held up on its way comes closer together.
     */
    private static final double BYTES_A_SECOND = 720_000;

    private static final double MOST_SAVED_BYTES = 300_000;

    private static final double MESSAGES_A_SECOND = 50;

    private static final double MOST_SAVED_MESSAGES = 40;

    /** Header, parent header and signature. */
    private static final int ENVELOPE = 700;

    private final double bytesASecond;
    private final LongSupplier nanoTime;
    private double bytes = MOST_SAVED_BYTES;
    private double messages = MOST_SAVED_MESSAGES;
    private long last;

    Pace(double bytesASecond, LongSupplier nanoTime) {
        this.bytesASecond = bytesASecond;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong();
    }

    /** That of the worker's JVM, on which a notebook may have set another: {@code %jvm -Djotter.output.bytesPerSecond=…}. */
    public static Pace ofThisJvm() {
        double wished = Long.getLong("jotter.output.bytesPerSecond", (long) BYTES_A_SECOND);
        return new Pace(Math.max(1_000, wished), System::nanoTime);
    }

    /** Starts with all that can be saved: the server counts from zero with each cell. */
    void newCell() {
        bytes = MOST_SAVED_BYTES;
        messages = MOST_SAVED_MESSAGES;
        last = nanoTime.getAsLong();
    }

    /** How long the next batch has to wait, in nanoseconds. */
    public long nanosToWait() {
        fill();
        double seconds = Math.max(-bytes / bytesASecond, -messages / MESSAGES_A_SECOND);
        return seconds <= 0 ? 0 : 1 + (long) (seconds * 1e9);
    }

    /** How many messages may go before one has to wait. */
    int messagesLeft() {
        fill();
        return (int) messages;
    }

    /** A message with this text goes. */
    public void spend(byte[] text, int length) {
        messages--;
        bytes -= ENVELOPE + length;
        for (int i = 0; i < length; i++) {
            bytes -= escapes(text[i]);
        }
    }

    /** What a byte becomes in JSON beyond itself. */
    private static int escapes(byte b) {
        if (b == '\n' || b == '"' || b == '\\' || b == '\t' || b == '\r') {
            return 1;
        }
        return b >= 0 && b < ' ' ? 5 : 0;
    }

    private void fill() {
        long now = nanoTime.getAsLong();
        double seconds = (now - last) / 1e9;
        last = now;
        bytes = Math.min(MOST_SAVED_BYTES, bytes + seconds * bytesASecond);
        messages = Math.min(MOST_SAVED_MESSAGES, messages + seconds * MESSAGES_A_SECOND);
    }
}
