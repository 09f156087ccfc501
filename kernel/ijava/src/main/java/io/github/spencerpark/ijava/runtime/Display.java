package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.jotter.api.Notebook;
import org.jspecify.annotations.Nullable;

/** Rendering and showing, for a cell or a class that a notebook loads. */
public final class Display {
    private Display() {}

    public static DisplayData render(@Nullable Object value) {
        return IJava.getKernelInstance().getRenderer().render(value);
    }

    /** With these MIME types, where the value has them, and plain text. */
    public static DisplayData render(@Nullable Object value, String... as) {
        return IJava.getKernelInstance().getRenderer().renderAs(value, as);
    }

    /** The id to update it by. */
    public static String display(@Nullable Object value) {
        return Notebook.display(render(value));
    }

    /** The id to update it by. */
    public static String display(@Nullable Object value, String... as) {
        return Notebook.display(render(value, as));
    }

    public static void updateDisplay(String id, @Nullable Object value) {
        Notebook.updateDisplay(id, render(value));
    }

    public static void updateDisplay(String id, @Nullable Object value, String... as) {
        Notebook.updateDisplay(id, render(value, as));
    }
}
