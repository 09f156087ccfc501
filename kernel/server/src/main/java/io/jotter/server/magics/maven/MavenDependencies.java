package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one notebook has asked Maven for so far, and from where. */
final class MavenDependencies {
    private AskedFor asked = AskedFor.NOTHING;
    // made at first use: Maven's classes are many, and most notebooks need none
    private @Nullable MavenResolver resolver;

    /**
     * What a resolution would change. Nothing is remembered until {@link #accept}.
     *
     * @param asked all that the notebook asks for then
     * @param added jars that are not on the class path yet
     * @param changed sentences on libraries whose version would be another than the one already loaded
     */
    record Plan(AskedFor asked, List<MavenJar> added, List<String> changed) {}

    void addRepository(MavenRepository repository) {
        asked = asked.and(new AskedFor(List.of(), List.of(), List.of(repository)));
    }

    Optional<MavenRepository> repository(String id) {
        return asked.repositories().stream()
                .filter(repository -> repository.id().equals(id))
                .findFirst();
    }

    /** What a POM asks for, of the dependencies of these scopes. Its own repositories are among it. */
    AskedFor read(Path pom, Set<String> scopes, Consumer<String> progress) throws MagicException {
        return resolver().read(pom, scopes, asked.repositories(), progress);
    }

    /** Resolves what was asked before and the new ones together. */
    Plan plan(AskedFor wanted, List<Path> classPath, Consumer<String> progress) throws MagicException {
        AskedFor all = asked.and(wanted);
        List<MavenJar> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (MavenJar jar : resolver().resolve(all, progress)) {
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
        return new Plan(all, List.copyOf(added), List.copyOf(changed));
    }

    void accept(Plan plan) {
        asked = plan.asked();
    }

    private MavenResolver resolver() {
        MavenResolver maven = resolver;
        if (maven == null) {
            maven = new MavenResolver();
            resolver = maven;
        }
        return maven;
    }
}
