package io.jotter.worker;

import org.jspecify.annotations.Nullable;

/**
 * Memory kept back for the worker's own needs. When the user's objects fill the heap it is given up, so that the error
 * can be told and the next cell can make room.
 */
final class Reserve {
    private static final int BYTES = 4 << 20;

    private volatile byte @Nullable [] held = new byte[BYTES];

    /** Called where an allocation of the worker's own has failed, before it is tried again. */
    void giveUp() {
        held = null;
    }

    /** Puts it back, if there is room by now. */
    void keep() {
        if (held == null) {
            try {
                held = new byte[BYTES];
            } catch (OutOfMemoryError stillFull) {
                held = null;
            }
        }
    }
}
