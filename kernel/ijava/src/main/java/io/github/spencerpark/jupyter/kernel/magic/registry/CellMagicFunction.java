package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell magic. */
@FunctionalInterface
public interface CellMagicFunction<T> {
    @Nullable
    T execute(List<String> arguments, String body) throws Exception;
}
