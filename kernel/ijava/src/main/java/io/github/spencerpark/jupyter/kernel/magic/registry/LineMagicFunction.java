package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line magic. */
@FunctionalInterface
public interface LineMagicFunction<T> {
    @Nullable
    T execute(List<String> arguments) throws Exception;
}
