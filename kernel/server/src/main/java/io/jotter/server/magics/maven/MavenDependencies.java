package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
     * @param added jars of which no version is on the class path yet
     * @param replaced those that are there in another version
     * @param leftOut preloaded entries that do not work without one that is replaced
     * @param departures sentences on what the lock file does not hold
     */
    record Plan(
            AskedFor asked,
            List<MavenJar> added,
            List<Replacement> replaced,
            Set<Path> leftOut,
            List<String> departures) {
        /** What would have to go. */
        Set<Path> without() {
            Set<Path> without = new LinkedHashSet<>(leftOut);
            replaced.forEach(each -> without.add(each.entry()));
            return without;
        }

        /** What would come for it, and besides. */
        List<MavenJar> all() {
            return Stream.concat(added.stream(), replaced.stream().map(Replacement::by))
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

    /**
     * Resolves what was asked before and the new ones together, held to the versions of the folder's lock file. What the
     * notebook names wins over what is preloaded, also where it is older; of what it merely comes to need, the newer
     * version is kept.
     */
    Plan plan(AskedFor wanted, MagicContext context) throws MagicException {
        AskedFor all = asked.and(wanted);
        LockFile lock = LockFile.of(context.workingDirectory());
        List<MavenJar> jars = resolver().resolve(lock.applied(all), context::print);
        List<Release> named = jars.stream()
                .map(MavenJar::coordinates)
                .filter(library -> all.libraries().stream()
                        .anyMatch(request -> request.coordinates().sameLibrary(library)))
                .map(Release::of)
                .toList();
        List<Path> classPath = context.classPath();
        List<Path> preloaded = context.preloaded();
        List<MavenJar> added = new ArrayList<>();
        List<Replacement> replaced = new ArrayList<>();
        Set<Path> leftOut = new LinkedHashSet<>();
        for (MavenJar jar : jars) {
            if (classPath.contains(jar.file())) {
                continue;
            }
            Optional<Replacement> there = replacement(jar, classPath);
            if (there.isEmpty()) {
                added.add(jar);
            } else if (isMeantToReplace(there.get(), named, preloaded)) {
                replaced.add(there.get());
                leftOut.addAll(Release.of(there.get()).among(preloaded, there.get()));
            }
        }
        return new Plan(all, List.copyOf(added), List.copyOf(replaced), leftOut, lock.departures(jars));
    }

    private static Optional<Replacement> replacement(MavenJar jar, List<Path> classPath) {
        return classPath.stream()
                .flatMap(entry ->
                        LoadedVersion.of(jar.coordinates(), entry)
                                .map(version -> new Replacement(entry, version, jar))
                                .stream())
                .findFirst();
    }

    private static boolean isMeantToReplace(Replacement there, List<Release> named, List<Path> preloaded) {
        Coordinates library = there.by().coordinates();
        String version = String.valueOf(library.version());
        if (there.version().equals(version)) {
            return false;
        }
        boolean merelyNeeded = named.stream().noneMatch(release -> release.includes(library));
        return !merelyNeeded || !preloaded.contains(there.entry()) || !MavenHome.isNewer(there.version(), version);
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
