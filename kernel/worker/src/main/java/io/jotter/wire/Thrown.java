package io.jotter.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A throwable as it travels: what is shown of it, without the object.
 *
 * @param message as the throwable gave it; what it threw instead, in words, if asking it failed
 * @param frames top first, cut below the cell's own code
 * @param hidden how many frames of the same trace were left out
 * @param suppressed in their order
 * @param advice what a library says is to be done about it
 */
public record Thrown(
        String className,
        @Nullable String message,
        List<StackTraceElement> frames,
        int hidden,
        List<Thrown> suppressed,
        @Nullable Thrown cause,
        @Nullable String advice) {
    /** Without advice. */
    public Thrown(
            String className,
            @Nullable String message,
            List<StackTraceElement> frames,
            int hidden,
            List<Thrown> suppressed,
            @Nullable Thrown cause) {
        this(className, message, frames, hidden, suppressed, cause, null);
    }
}
