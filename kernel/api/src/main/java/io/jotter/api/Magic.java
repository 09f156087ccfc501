package io.jotter.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command of a notebook's or a library's own, called as {@code %name arguments} or {@code %%name arguments}. */
@FunctionalInterface
public interface Magic {
    /**
     * Runs it, on the thread of the cell that calls it.
     *
     * @param arguments split at blanks, quotes already taken off
     * @param body the rest of the cell for {@code %%name}, null for {@code %name}
     * @return its value, shown when the magic ends the cell; null for none
     */
    @Nullable
    Object run(List<String> arguments, @Nullable String body) throws Exception;
}
