package io.jotter.api;

import java.util.Optional;

/**
 * Says what to do about the exceptions of a library. Named in {@code META-INF/services/io.jotter.api.ErrorAdvice} of a
 * library, it is asked about what a cell has thrown while that library is on the class path.
 */
@FunctionalInterface
public interface ErrorAdvice {
    /** One sentence, which stands below the error; empty where there is nothing to say. Must not throw, nor take long. */
    Optional<String> on(Throwable thrown);
}
