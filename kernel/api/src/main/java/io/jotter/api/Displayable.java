package io.jotter.api;

import org.jspecify.annotations.Nullable;

/** A value that knows how it looks. For a type of somebody else's, write a {@link Renderer}. */
public interface Displayable {
    MimeBundle toMimeBundle();

    /** The id under which {@link Notebook#display} shows it, where it wants one of its own; null for a new one each time. */
    default @Nullable String displayId() {
        return null;
    }
}
