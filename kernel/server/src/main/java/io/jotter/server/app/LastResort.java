package io.jotter.server.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sees to it that an end comes: nobody is there any more to kill a kernel whose sockets will not close. */
final class LastResort {
    private LastResort() {}

    /** Closes something, and does something else where that has not come to its end in time; returns when it is closed. */
    static void within(Duration time, Runnable close, Runnable otherwise) {
        CountDownLatch closed = new CountDownLatch(1);
        Thread watch = new Thread(
                () -> {
                    try {
                        if (!closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                            otherwise.run();
                        }
                    } catch (InterruptedException nobodyDoes) {
                        Thread.currentThread().interrupt();
                    }
                },
                "jotter-last-resort");
        watch.setDaemon(true);
        watch.start();
        try {
            close.run();
        } finally {
            closed.countDown();
        }
    }
}
