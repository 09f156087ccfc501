package io.jotter.api;

import org.jspecify.annotations.Nullable;

/** A place on the page whose content can be replaced, as often as wanted. Returned by {@link Notebook#live}. */
public final class DisplayHandle {
    private final String id;

    DisplayHandle(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public void update(@Nullable Object value) {
        Notebook.updateDisplay(id, value);
    }
}
