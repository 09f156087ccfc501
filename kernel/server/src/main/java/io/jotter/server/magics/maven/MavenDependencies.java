package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
     * @param added jars that are not on the class path yet
     * @param changed sentences on libraries whose version would be another than the one already loaded
     */
    record Plan(
            List<Coordinates> asked,
            Map<String, MavenRepository> repositories,
            List<MavenJar> added,
            List<String> changed) {}

    void addRepository(MavenRepository repository) {
        repositories.put(repository.id(), repository);
    }

    Optional<MavenRepository> repository(String id) {
        return Optional.ofNullable(repositories.get(id));
    }

    /**
     * Resolves what was asked before and the new ones together.
     *
     * @param from also asked for the notebook's later ones, since they are resolved with these
     */
    Plan plan(List<Coordinates> wanted, List<MavenRepository> from, List<Path> classPath, Consumer<String> progress)
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
        List<MavenJar> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (MavenJar jar : maven.resolve(all, List.copyOf(places.values()), progress)) {
            if (classPath.contains(jar.file())) {
                continue;
            }
            Optional<String> loaded = classPath.stream()
                    .flatMap(entry -> LoadedVersion.of(jar.coordinates(), entry).stream())
                    .findFirst();
            if (loaded.isEmpty()) {
                added.add(jar);
            } else if (!loaded.get().equals(jar.coordinates().version())) {
                changed.add(jar.coordinates() + " is needed now, but version " + loaded.get() + " is already loaded");
            }
        }
        return new Plan(List.copyOf(all), places, List.copyOf(added), List.copyOf(changed));
    }

    void accept(Plan plan) {
        asked = plan.asked();
        repositories = new LinkedHashMap<>(plan.repositories());
    }
}
