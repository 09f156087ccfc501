package io.jotter.api;

/**
 * Shows values of one type. Named in {@code META-INF/services/io.jotter.api.Renderer} of a library, it is found when
 * that library is on the class path; it is created once, when first a value is shown.
 *
 * <p>The renderer of the most specific type wins; among equals, the one found last.
 *
 * @param <T> the type it shows; subtypes too, where they have no renderer of their own
 */
public interface Renderer<T> {
    Class<T> type();

    /** Never empty; always with {@link MimeBundle#PLAIN}. Runs where the value lives. */
    MimeBundle render(T value);
}
