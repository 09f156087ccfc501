package io.jotter.environment.training;

import io.jotter.environment.figure.Spoken;
import java.util.Locale;

/**
 * What the process takes of the machine.
 *
 * @param memory in bytes, as the system counts it: heap, code, and what native libraries hold; 0 where it does not tell
 * @param heap in bytes, that objects have lain in
 * @param threads of Java's
 * @param cores that were busy for it on average since the last look; NaN at the first
 * @param available cores
 */
record Machine(long memory, long heap, int threads, double cores, int available) {
    /** What is neither heap nor told apart: above all the arrays of the engine, in bytes. */
    long nativeMemory() {
        return Math.max(0, memory - heap);
    }

    String says() {
        String known = memory == 0
                ? "heap " + Spoken.bytes(heap)
                : "memory " + Spoken.bytes(memory) + " (heap " + Spoken.bytes(heap) + ", native "
                        + Spoken.bytes(nativeMemory()) + ")";
        String busy = Double.isNaN(cores) ? "" : String.format(Locale.ROOT, " · %.1f of %d cores", cores, available);
        return known + " · " + threads + " threads" + busy;
    }
}
