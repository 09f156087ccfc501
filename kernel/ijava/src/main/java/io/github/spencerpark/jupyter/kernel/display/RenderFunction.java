package io.github.spencerpark.jupyter.kernel.display;

/** Renders values of one type into what the context collects. */
@FunctionalInterface
public interface RenderFunction<T> {
    void render(T value, RenderContext context);
}
