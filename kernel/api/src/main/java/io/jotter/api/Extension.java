package io.jotter.api;

import java.util.List;

/**
 * What a library brings to each notebook that has it on its class path, by itself. Named in
 * {@code META-INF/services/io.jotter.api.Extension}, it is found when its jar is added, or at the first cell where it is
 * preloaded; and again in each new worker. It needs a public constructor without parameters.
 *
 * <p>An extension that fails is named once, and does no harm to others: nothing of it is then registered.
 *
 * <pre>{@code
 * public final class LengthExtension implements Extension {
 *     public List<Renderer<?>> renderers() { return List.of(new LengthRenderer()); }
 *     public List<Magic> magics() { return List.of(Magic.of("feet", "%feet number: a length", (arguments, body) -> ...)); }
 *     public List<String> imports() { return List.of("com.example.lengths.*"); }
 * }
 * }</pre>
 */
public interface Extension {
    /** For messages. */
    default String name() {
        return getClass().getName();
    }

    /** What values of the library's types look like. */
    default List<Renderer<?>> renderers() {
        return List.of();
    }

    default List<Magic> magics() {
        return List.of();
    }

    /**
     * What cells find imported, as behind the word {@code import}, without the semicolon: {@code com.example.*},
     * {@code static com.example.Units.*}. On demand, so that what the notebook declares or imports wins.
     */
    default List<String> imports() {
        return List.of();
    }

    /**
     * Start-up code, on the thread that runs cells, before anything of this extension is registered. What it prints is
     * shown under the running cell.
     *
     * @throws Exception if the extension cannot be used; the message says why
     */
    default void start() throws Exception {}
}
