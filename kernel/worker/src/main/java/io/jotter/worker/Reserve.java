package io.jotter.worker;

import org.jspecify.annotations.Nullable;

/**
 * Memory kept back for the worker's own needs. When the user's objects fill the heap it is given up, so that the error
 * can be told and the next cell can make room.
 */
final class Reserve {
    private static final int BYTES = 4 << 20;

    /** So many times its size must be free before it is put back. */
    private static final int ROOM = 4;

    /** How long the worker's own work is tried again, in nanoseconds: other threads may keep the heap full for a while. */
    private static final long PATIENCE = 8_000_000_000L;

    /** Between two tries, in milliseconds: no event tells that a heap has room again. */
    private static final long PAUSE = 50;

    private volatile byte @Nullable [] held = new byte[BYTES];

    /** Called where an allocation of the worker's own has failed, before it is tried again. */
    void giveUp() {
        held = null;
    }

    /** The same, and gives other threads the time to let go of something. */
    @SuppressWarnings("WaitNotInLoop") // a pause that ends early does no harm
    synchronized void makeRoom() {
        giveUp();
        try {
            wait(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until when a piece of the worker's own work is tried again that begins now, by {@link System#nanoTime}. */
    long endOfPatience() {
        return System.nanoTime() + PATIENCE;
    }

    /**
     * Makes room for another try.
     *
     * @throws OutOfMemoryError the given one, where patience has ended
     */
    void makeRoom(OutOfMemoryError full, long endOfPatience) {
        if (System.nanoTime() - endOfPatience > 0) {
            throw full;
        }
        makeRoom();
    }

    /**
     * Does something of the worker's own, over and over while there is no memory for it. What is handed over has to stand
     * already: a lambda that is made for the call may find no memory itself, and then a loop of one's own is needed.
     *
     * @throws OutOfMemoryError if there was none for seconds
     */
    void insistOn(Runnable work) {
        long end = endOfPatience();
        while (true) {
            try {
                work.run();
                return;
            } catch (OutOfMemoryError full) {
                makeRoom(full, end);
            }
        }
    }

    /** Puts it back, if there is room by now: what was given up for the next cell is not taken from it again. */
    void keep() {
        if (held == null) {
            try {
                byte[][] room = new byte[ROOM][BYTES];
                held = room[0];
            } catch (OutOfMemoryError stillFull) {
                held = null;
            }
        }
    }
}
