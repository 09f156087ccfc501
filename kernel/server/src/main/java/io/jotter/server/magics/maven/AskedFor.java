package io.jotter.server.magics.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a magic, or all of a notebook's together, ask Maven for.
 *
 * @param managed libraries that are not asked for, but whose version and exclusions are said in case they are needed
 * @param repositories asked before those of the settings
 */
record AskedFor(List<LibraryRequest> libraries, List<LibraryRequest> managed, List<MavenRepository> repositories) {
    static final AskedFor NOTHING = new AskedFor(List.of(), List.of(), List.of());

    AskedFor {
        libraries = List.copyOf(libraries);
        managed = List.copyOf(managed);
        repositories = List.copyOf(repositories);
    }

    static AskedFor libraries(List<Coordinates> libraries) {
        return new AskedFor(libraries.stream().map(LibraryRequest::of).toList(), List.of(), List.of());
    }

    /** Both; where they speak of the same library or repository, the later one counts. */
    AskedFor and(AskedFor later) {
        Map<String, MavenRepository> byId = new LinkedHashMap<>();
        repositories.forEach(repository -> byId.put(repository.id(), repository));
        later.repositories.forEach(repository -> byId.put(repository.id(), repository));
        return new AskedFor(
                merged(libraries, later.libraries), merged(managed, later.managed), List.copyOf(byId.values()));
    }

    private static List<LibraryRequest> merged(List<LibraryRequest> earlier, List<LibraryRequest> later) {
        List<LibraryRequest> all = new ArrayList<>(earlier);
        for (LibraryRequest one : later) {
            all.removeIf(one::sameLibrary);
            all.add(one);
        }
        return all;
    }
}
