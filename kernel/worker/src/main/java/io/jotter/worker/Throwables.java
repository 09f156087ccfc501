package io.jotter.worker;

import io.jotter.wire.Thrown;
import io.jotter.worker.render.Shortened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes down what is to be shown of a throwable, whose own methods may throw or never have been meant to be called. */
final class Throwables {
    private static final int MOST_FRAMES = 100;
    private static final int DEEPEST = 50;

    /** A cause that is made anew each time it is asked for has no end, and with others beside it grows like a tree. */
    private static final int MOST = 100;

    /** Of one message, in UTF-16 units: a page of it is more than anyone reads. */
    private static final int LONGEST_MESSAGE = 10_000;

    /** Frames of the worker's own, as under a call of {@code readLine}, say nothing to the reader. */
    private static final String OURS = "io.jotter.worker.";

    /** Below a frame of these the trace is the kernel's own matter. */
    private static final List<String> FLOOR =
            List.of(SnippetRunner.class.getName(), "jdk.internal.reflect.", "java.lang.reflect.Method");

    private Throwables() {}

    static Thrown describe(Throwable throwable) {
        return describe(throwable, Collections.newSetFromMap(new IdentityHashMap<>()), 0);
    }

    private static Thrown describe(Throwable throwable, Set<Throwable> seen, int depth) {
        seen.add(throwable);
        StackTraceElement[] trace = traceOf(throwable);
        List<StackTraceElement> frames = Arrays.stream(trace)
                .limit(floor(trace))
                .filter(frame -> !frame.getClassName().startsWith(OURS))
                .toList();
        int shown = Math.min(frames.size(), MOST_FRAMES);
        List<Thrown> suppressed = new ArrayList<>();
        for (Throwable each : throwable.getSuppressed()) {
            if (isNew(each, seen, depth)) {
                suppressed.add(describe(each, seen, depth + 1));
            }
        }
        Throwable cause = causeOf(throwable);
        Thrown below = cause != null && isNew(cause, seen, depth) ? describe(cause, seen, depth + 1) : null;
        return new Thrown(
                throwable.getClass().getName(),
                messageOf(throwable),
                frames.subList(0, shown),
                frames.size() - shown,
                suppressed,
                below);
    }

    private static boolean isNew(Throwable throwable, Set<Throwable> seen, int depth) {
        return depth < DEEPEST && seen.size() < MOST && !seen.contains(throwable);
    }

    /** The index of the first frame that is not the user's concern, walking up from the bottom. */
    private static int floor(StackTraceElement[] trace) {
        for (int i = trace.length - 1; i >= 0; i--) {
            if (trace[i].getClassName().equals(SnippetRunner.class.getName())) {
                int floor = i;
                while (floor > 0 && isFloor(trace[floor - 1])) {
                    floor--;
                }
                return floor;
            }
        }
        return trace.length;
    }

    private static boolean isFloor(StackTraceElement frame) {
        return FLOOR.stream().anyMatch(frame.getClassName()::startsWith);
    }

    private static @Nullable String messageOf(Throwable throwable) {
        try {
            String message = throwable.getLocalizedMessage();
            return message == null ? null : Shortened.to(LONGEST_MESSAGE, message);
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable broken) {
            return "(its message cannot be had: getMessage threw "
                    + broken.getClass().getName() + ")";
        }
    }

    private static StackTraceElement[] traceOf(Throwable throwable) {
        try {
            StackTraceElement @Nullable [] trace = throwable.getStackTrace();
            return trace == null
                    ? new StackTraceElement[0]
                    : Arrays.stream(trace).filter(Objects::nonNull).toArray(StackTraceElement[]::new);
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable broken) {
            return new StackTraceElement[0];
        }
    }

    private static @Nullable Throwable causeOf(Throwable throwable) {
        try {
            return throwable.getCause();
        } catch (CellStopped stop) {
            throw stop;
        } catch (Throwable broken) {
            return null;
        }
    }
}
