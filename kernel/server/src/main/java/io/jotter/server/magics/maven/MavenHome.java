package io.jotter.server.magics.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.MavenSystemHome;
import eu.maveniverse.maven.mima.context.Runtimes;
import io.jotter.server.magics.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryCache;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.util.artifact.OverlayArtifactTypeRegistry;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/**
 * Maven as it is set up on this machine: its local repository, {@code settings.xml}, mirrors, proxies, offline mode. Load
 * this class only when a library is asked for: it brings Maven's with it.
 */
final class MavenHome implements AutoCloseable {
    /** Kinds of packaging that are jars, though Maven knows that from a plug-in only. */
    private static final Set<String> OTHER_NAMES_OF_JARS = Set.of("bundle", "eclipse-plugin", "hk2-jar", "orbit");

    private final Context context;
    private final boolean offline;
    private RepositoryCache remembered = new DefaultRepositoryCache();

    /** @throws MagicException if the settings cannot be read */
    MavenHome() throws MagicException {
        ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
        String home = System.getProperty("user.home");
        if (home != null) {
            overrides.withMavenUserHomeOverride(Path.of(home, ".m2"));
        }
        String local = System.getProperty("maven.repo.local");
        if (local != null) {
            overrides.withLocalRepositoryOverride(Path.of(local));
        }
        context = opened(overrides.build());
        MavenSystemHome installed = context.mavenSystemHome();
        offline = SettingsOffline.in(
                context.mavenUserHome().settingsXml(), installed == null ? null : installed.settingsXml());
    }

    private static Context opened(ContextOverrides overrides) throws MagicException {
        try {
            return Runtimes.INSTANCE.getRuntime().create(overrides);
        } catch (IllegalStateException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new MagicException("Maven's settings cannot be read: " + reason.getMessage() + ".", e);
        }
    }

    RepositorySystem system() {
        return context.repositorySystem();
    }

    /** One for each request. */
    DefaultRepositorySystemSession session(DownloadProgress progress) {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        session.setTransferListener(progress);
        session.setRepositoryListener(progress.requests());
        // a name that was missing a minute ago is asked for again: the person has likely just mended something
        session.setResolutionErrorPolicy(null);
        session.setCache(remembered);
        session.setOffline(offline || session.isOffline());
        // a newer snapshot in the same file would change it under the code that runs
        session.setConfigProperty("aether.artifactResolver.snapshotNormalization", false);
        PlatformNames.here().forEach(session::setSystemProperty);
        OverlayArtifactTypeRegistry types = new OverlayArtifactTypeRegistry(session.getArtifactTypeRegistry());
        OTHER_NAMES_OF_JARS.forEach(name -> types.add(new DefaultArtifactType(name, "jar", "", "java")));
        session.setArtifactTypeRegistry(types);
        return session;
    }

    /** Forgets the POMs that were read, and with them those that could not be: they are asked for again. */
    void forget() {
        remembered = new DefaultRepositoryCache();
    }

    /** The named ones and behind them those of the settings. */
    List<RemoteRepository> repositories(RepositorySystemSession session, List<MavenRepository> first) {
        List<RemoteRepository> named = new ArrayList<>();
        for (MavenRepository repository : first) {
            named.add(new RemoteRepository.Builder(repository.id(), "default", repository.url())
                    .setPolicy(new RepositoryPolicy(
                            true, RepositoryPolicy.UPDATE_POLICY_DAILY, RepositoryPolicy.CHECKSUM_POLICY_WARN))
                    .build());
        }
        // gives them the mirrors, proxies and passwords of the settings
        List<RemoteRepository> all = new ArrayList<>(system().newResolutionRepositories(session, named));
        all.addAll(context.remoteRepositories());
        return all;
    }

    static Dependency dependency(RepositorySystemSession session, LibraryRequest request, String version) {
        Artifact artifact = artifact(session, request.coordinates(), version);
        Path file = request.file();
        if (file != null) {
            artifact = artifact.setProperties(Map.of(ArtifactProperties.LOCAL_PATH, file.toString()))
                    .setFile(file.toFile());
        }
        List<Exclusion> exclusions = request.exclusions().stream()
                .map(unwanted -> new Exclusion(unwanted.group(), unwanted.artifact(), "*", "*"))
                .toList();
        return new Dependency(artifact, "runtime", false, exclusions);
    }

    static Artifact artifact(RepositorySystemSession session, Coordinates library, String version) {
        // a type such as test-jar or bundle stands for an extension and perhaps a classifier
        ArtifactType type = session.getArtifactTypeRegistry().get(library.packaging());
        String extension = type == null ? library.packaging() : type.getExtension();
        String classifier =
                library.classifier().isEmpty() && type != null ? type.getClassifier() : library.classifier();
        return new DefaultArtifact(library.group(), library.artifact(), classifier, extension, version);
    }

    /** Whether a version comes after another, as Maven orders them. */
    static boolean isNewer(String version, String than) {
        try {
            GenericVersionScheme scheme = new GenericVersionScheme();
            Version other = scheme.parseVersion(than);
            return other.compareTo(scheme.parseVersion(version)) < 0;
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalStateException("The scheme takes every text", e);
        }
    }

    /** The source of a jar of the local repository; empty if it lies elsewhere. */
    Optional<Artifact> sourceOf(Path jar, RepositorySystemSession session) {
        Path base = session.getLocalRepository().getBasedir().toPath();
        // group/parts/artifact/version/file
        Path place = jar.startsWith(base) ? base.relativize(jar).getParent() : null;
        if (place == null || place.getNameCount() < 3) {
            return Optional.empty();
        }
        int names = place.getNameCount();
        List<String> group = new ArrayList<>();
        place.subpath(0, names - 2).forEach(name -> group.add(name.toString()));
        return Optional.of(new DefaultArtifact(
                String.join(".", group),
                place.getName(names - 2).toString(),
                "sources",
                "jar",
                place.getName(names - 1).toString()));
    }

    static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getExtension(),
                artifact.getClassifier(),
                artifact.getVersion().isEmpty() ? null : artifact.getVersion());
    }

    /** Ends the connections. */
    @Override
    public void close() {
        context.close();
    }
}
