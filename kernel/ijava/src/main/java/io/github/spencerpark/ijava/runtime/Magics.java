package io.github.spencerpark.ijava.runtime;

import io.jotter.api.Notebook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Magics, for a cell or a class that a notebook loads. */
public final class Magics {
    private Magics() {}

    @SuppressWarnings("TypeParameterUnusedInFormals") // as notebooks call it
    public static <T> @Nullable T lineMagic(String name, List<String> arguments) {
        return Notebook.lineMagic(name, arguments);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as notebooks call it
    public static <T> @Nullable T cellMagic(String name, List<String> arguments, String body) {
        return Notebook.cellMagic(name, arguments, body);
    }
}
