package io.jotter.server.zmq;

/** Waiting for the end of a thread that is sure to come to it. */
final class Threads {
    private Threads() {}

    static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
