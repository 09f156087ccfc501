package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one notebook has asked Maven for so far, and from where. */
final class MavenDependencies {
    private List<Coordinates> asked = List.of();
    private Map<String, MavenRepository> repositories = new LinkedHashMap<>();
    // made at first use: Maven's classes are many, and most notebooks need none
    private @Nullable MavenResolver resolver;

    /**
     * What a resolution would change. Nothing is remembered until {@link #accept}.
     *
     * @param added jars of which no version is on the class path yet
     * @param replaced those that are there in another version
     * @param leftOut preloaded entries that do not work without one that is replaced
     */
    record Plan(
            List<Coordinates> asked,
            Map<String, MavenRepository> repositories,
            List<MavenJar> added,
            List<Replacement> replaced,
            Set<Path> leftOut) {
        /** What would have to go. */
        Set<Path> without() {
            Set<Path> without = new LinkedHashSet<>(leftOut);
            replaced.forEach(each -> without.add(each.entry()));
            return without;
        }

        /** What would come for it, and besides. */
        List<Path> all() {
            return Stream.concat(added.stream(), replaced.stream().map(Replacement::by))
                    .map(MavenJar::file)
                    .toList();
        }
    }

    /**
     * A library that is to be there in another version.
     *
     * @param entry of the class path as it is
     * @param version of that entry
     */
    record Replacement(Path entry, String version, MavenJar by) {}

    void addRepository(MavenRepository repository) {
        repositories.put(repository.id(), repository);
    }

    Optional<MavenRepository> repository(String id) {
        return Optional.ofNullable(repositories.get(id));
    }

    /**
     * Resolves what was asked before and the new ones together. What the notebook names wins over what is preloaded, also
     * where it is older; of what it merely comes to need, the newer version is kept.
     *
     * @param from also asked for the notebook's later ones, since they are resolved with these
     */
    Plan plan(
            List<Coordinates> wanted,
            List<MavenRepository> from,
            List<Path> classPath,
            List<Path> preloaded,
            Consumer<String> progress)
            throws MagicException {
        List<Coordinates> all = new ArrayList<>(asked);
        for (Coordinates one : wanted) {
            all.removeIf(one::sameLibrary);
            all.add(one);
        }
        Map<String, MavenRepository> places = new LinkedHashMap<>(repositories);
        from.forEach(repository -> places.put(repository.id(), repository));
        MavenResolver maven = resolver;
        if (maven == null) {
            maven = new MavenResolver();
            resolver = maven;
        }
        List<MavenJar> resolved = maven.resolve(all, List.copyOf(places.values()), progress);
        List<Release> named = resolved.stream()
                .map(MavenJar::coordinates)
                .filter(library -> all.stream().anyMatch(library::sameLibrary))
                .map(Release::of)
                .toList();
        List<MavenJar> added = new ArrayList<>();
        List<Replacement> replaced = new ArrayList<>();
        Set<Path> leftOut = new LinkedHashSet<>();
        for (MavenJar jar : resolved) {
            if (classPath.contains(jar.file())) {
                continue;
            }
            Optional<Replacement> other = replacement(jar, classPath);
            if (other.isEmpty()) {
                added.add(jar);
                continue;
            }
            Path entry = other.get().entry();
            String version = other.get().version();
            Coordinates library = jar.coordinates();
            boolean merelyNeeded = named.stream().noneMatch(release -> release.includes(library));
            if (version.equals(library.version())
                    || (merelyNeeded
                            && preloaded.contains(entry)
                            && MavenResolver.isNewer(version, String.valueOf(library.version())))) {
                continue;
            }
            replaced.add(other.get());
            if (preloaded.contains(entry)) {
                leftOut.addAll(new Release(library.group(), version).among(preloaded, entry, library));
            }
        }
        return new Plan(List.copyOf(all), places, List.copyOf(added), List.copyOf(replaced), leftOut);
    }

    private static Optional<Replacement> replacement(MavenJar jar, List<Path> classPath) {
        return classPath.stream()
                .flatMap(entry ->
                        LoadedVersion.of(jar.coordinates(), entry)
                                .map(version -> new Replacement(entry, version, jar))
                                .stream())
                .findFirst();
    }

    void accept(Plan plan) {
        asked = plan.asked();
        repositories = new LinkedHashMap<>(plan.repositories());
    }
}
