package io.jotter.api;

/** A value that knows how it looks. For a type of somebody else's, write a {@link Renderer}. */
public interface Displayable {
    MimeBundle toMimeBundle();
}
