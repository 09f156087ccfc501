package io.jotter.worker.magics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A magic of this side. */
public interface WorkerMagic {
    /** Without the per cent signs. */
    String name();

    /**
     * Runs it.
     *
     * @param body the rest of the cell for {@code %%name}, null for {@code %name}
     * @return the value that is shown
     * @throws IllegalArgumentException if it is used wrongly; the message says how it is used
     */
    @Nullable
    Object run(List<String> arguments, @Nullable String body) throws Exception;
}
