package io.jotter.server.magics.maven;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library that is asked for by name.
 *
 * @param exclusions what of its needs is not wanted
 * @param file where it lies if no repository has it, as of Maven's scope {@code system}; else null
 */
record LibraryRequest(
        Coordinates coordinates,
        List<Exclusion> exclusions,
        @Nullable Path file) {
    /** {@code *} stands for every group or every artifact. */
    record Exclusion(String group, String artifact) {}

    LibraryRequest {
        exclusions = List.copyOf(exclusions);
    }

    static LibraryRequest of(Coordinates coordinates) {
        return new LibraryRequest(coordinates, List.of(), null);
    }

    boolean sameLibrary(LibraryRequest other) {
        return coordinates.sameLibrary(other.coordinates);
    }
}
