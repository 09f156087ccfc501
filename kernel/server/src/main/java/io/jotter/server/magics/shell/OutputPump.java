package io.jotter.server.magics.shell;

import io.jotter.worker.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Passes on what a process prints, gathered into few pieces; the process waits where it prints faster. */
final class OutputPump {
    private static final int MOST_AT_ONCE = 64 * 1024;

    private final InputStream in;
    private final Consumer<String> out;
    private final Pace pace; // guarded by itself: both streams of a process go at one pace
    private final AtomicLong passed = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);

    OutputPump(InputStream in, Consumer<String> out, Pace pace) {
        this.in = in;
        this.out = out;
        this.pace = pace;
    }

    void start() {
        Thread thread = new Thread(this::pump, "command-output");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until all has been passed on, or nothing has come for so many milliseconds. */
    void awaitEnd(long silence) throws InterruptedException {
        long before;
        do {
            before = passed.get();
        } while (!end.await(silence, TimeUnit.MILLISECONDS) && passed.get() != before);
    }

    private void pump() {
        char[] piece = new char[MOST_AT_ONCE];
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
                while (length < MOST_AT_ONCE && reader.ready()) {
                    int more = reader.read(piece, length, MOST_AT_ONCE - length);
                    if (more < 0) {
                        break;
                    }
                    length += more;
                }
                pass(new String(piece, 0, length));
            }
        } catch (IOException closed) {
            // the process has ended and taken its end of the pipe along
            return;
        } finally {
            end.countDown();
        }
    }

    private void pass(String text) {
        out.accept(text);
        passed.incrementAndGet();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long wait;
        synchronized (pace) {
            pace.spend(bytes, bytes.length);
            wait = pace.nanosToWait();
        }
        long deadline = System.nanoTime() + wait;
        for (long left = wait; left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
            passed.incrementAndGet();
        }
    }
}
