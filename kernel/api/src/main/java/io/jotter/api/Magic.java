package io.jotter.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that stands in front of the language: {@code %name arguments} on a line, or {@code %%name arguments} with the
 * rest of its cell as the body. {@link Notebook#registerMagic} makes it known; an {@link Extension} brings its own.
 *
 * <pre>{@code
 * Notebook.registerMagic(Magic.of("shout", "%shout words...: the words, loud",
 *         (arguments, body) -> String.join(" ", arguments).toUpperCase()));
 * }</pre>
 */
public interface Magic {
    /** Without per cent signs: a letter, then letters, digits, {@code _}, {@code .} and {@code -}. */
    String name();

    /** How it is written and what it does: the first line stands in lists, all of it is shown by {@code %name?}. */
    default String help() {
        return "%" + name();
    }

    /**
     * Runs it, on the thread that runs the cell.
     *
     * @param arguments split at blanks, quotes already taken off
     * @param body the rest of the cell for {@code %%name}, null for {@code %name}
     * @return the value of {@code x = %name}, shown where the magic ends the cell; null for none
     * @throws Exception whatever it throws is the cell's error
     */
    @Nullable
    Object run(List<String> arguments, @Nullable String body) throws Exception;

    /** What a magic does, as a lambda. */
    @FunctionalInterface
    interface Action {
        /** As {@link Magic#run} does. */
        @Nullable
        Object run(List<String> arguments, @Nullable String body) throws Exception;
    }

    /** A magic that does this. */
    static Magic of(String name, String help, Action action) {
        return new Magic() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String help() {
                return help;
            }

            @Override
            public @Nullable Object run(List<String> arguments, @Nullable String body) throws Exception {
                return action.run(arguments, body);
            }
        };
    }
}
