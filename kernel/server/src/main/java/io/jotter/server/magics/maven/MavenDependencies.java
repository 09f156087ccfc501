package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicContext;
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
     * @param departures sentences on what the lock file does not hold
     */
    record Plan(AskedFor asked, List<MavenJar> added, List<String> changed, List<String> departures) {}

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

    /** Resolves what was asked before and the new ones together, held to the versions of the folder's lock file. */
    Plan plan(AskedFor wanted, MagicContext context) throws MagicException {
        AskedFor all = asked.and(wanted);
        LockFile lock = LockFile.of(context.workingDirectory());
        List<MavenJar> jars = resolver().resolve(lock.applied(all), context::print);
        List<String> departures = lock.departures(jars);
        List<Path> classPath = context.classPath();
        List<MavenJar> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (MavenJar jar : jars) {
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
        return new Plan(all, List.copyOf(added), List.copyOf(changed), departures);
    }

    /** Who needs what, and why each version was chosen. */
    String tree(MagicContext context) throws MagicException {
        return resolver().tree(LockFile.of(context.workingDirectory()).applied(asked()), context::print);
    }

    /** The folder's lock file with all that was asked for so far. */
    LockFile locked(MagicContext context) throws MagicException {
        LockFile before = LockFile.of(context.workingDirectory());
        return before.with(resolver().resolve(before.applied(asked()), context::print));
    }

    private AskedFor asked() throws MagicException {
        if (asked.libraries().isEmpty()) {
            throw new MagicException(
                    "This notebook has asked for no library yet: write %maven group:artifact:version.");
        }
        return asked;
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
