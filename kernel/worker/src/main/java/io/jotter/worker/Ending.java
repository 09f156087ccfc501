package io.jotter.worker;

import io.jotter.wire.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The worker's end in order: its shutdown hooks run, but not for ever. */
final class Ending {
    /** What shutdown hooks are given when the front has asked for the end or is gone, in milliseconds. */
    private static final long GRACE = 2_000;

    private final Outbox outbox;
    private final Path folder;
    private final AtomicBoolean begun = new AtomicBoolean();

    /**
     * An end that has not begun.
     *
     * @param folder the front's, with the socket in it
     */
    Ending(Outbox outbox, Path folder) {
        this.outbox = outbox;
        this.folder = folder;
    }

    /** Begins the end and returns; only the first call counts. */
    void begin(int exitCode) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        outbox.close();
        haltAfter(GRACE, exitCode);
        new OwnThread("end", () -> System.exit(exitCode)).start();
    }

    /** Ends the JVM after some milliseconds, whatever its shutdown hooks do; it may be ending already. */
    static void haltAfter(long millis, int exitCode) {
        new OwnThread("last-resort", () -> {
                    try {
                        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(exitCode);
                })
                .start();
    }

    /** Removes the front's folder: a front that was killed cannot. A crash report in it stays. */
    void removeFolder() {
        try {
            Files.deleteIfExists(folder.resolve(Endpoint.SOCKET));
            Files.deleteIfExists(folder);
        } catch (IOException kept) {
            return;
        }
    }
}
