package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Fetches libraries and what they need, as Maven does on this machine. Keeps nothing of a notebook. Load this class only
 * when a library is asked for: it brings Maven's with it.
 */
public final class MavenResolver implements AutoCloseable {
    private static final Set<String> RUN_TIME = Set.of("compile", "runtime");

    private @Nullable MavenHome opened;

    /**
     * Resolves all that is asked for together, so that of each library one version is chosen: the one nearest to the roots.
     *
     * @param asked a POM among its libraries is a BOM too: it says the version of those that have none
     * @param progress gets lines, with their line breaks, from several threads
     * @return jars in the order of the class path
     * @throws MagicException if one is missing or cannot be fetched, or the calling thread was interrupted
     */
    List<MavenJar> resolve(AskedFor asked, Consumer<String> progress) throws MagicException {
        MavenHome maven = home();
        DownloadProgress bar = new DownloadProgress(progress, Thread.currentThread());
        DefaultRepositorySystemSession session = maven.session(bar);
        List<RemoteRepository> repositories = maven.repositories(session, asked.repositories());
        MavenFailure failure = new MavenFailure(maven.system(), session, repositories);
        PomTroubles poms = PomTroubles.in(session);
        CollectRequest collect = collect(maven, session, repositories, asked, failure);
        List<ArtifactResult> results;
        try {
            results = maven.system()
                    .resolveDependencies(session, new DependencyRequest(collect, MavenResolver::atRunTime))
                    .getArtifactResults();
            poms.check();
        } catch (DependencyResolutionException e) {
            maven.forget();
            poms.check();
            throw failure.of(e);
        } catch (MagicException e) {
            maven.forget();
            throw e;
        } finally {
            bar.end();
        }
        poms.tell(progress);
        return results.stream()
                .map(ArtifactResult::getArtifact)
                .filter(artifact -> artifact.getExtension().equals("jar"))
                .map(artifact -> new MavenJar(
                        MavenHome.coordinates(artifact), artifact.getFile().toPath()))
                .toList();
    }

    /** The tree of what is asked for, drawn, with the reason for each version. Fetches POMs, no jars. */
    String tree(AskedFor asked, Consumer<String> progress) throws MagicException {
        MavenHome maven = home();
        DefaultRepositorySystemSession session = maven.session(new DownloadProgress(progress, Thread.currentThread()));
        DependencyTree.prepare(session);
        List<RemoteRepository> repositories = maven.repositories(session, asked.repositories());
        MavenFailure failure = new MavenFailure(maven.system(), session, repositories);
        CollectRequest collect = collect(maven, session, repositories, asked, failure);
        try {
            return DependencyTree.of(
                    maven.system().collectDependencies(session, collect).getRoot());
        } catch (DependencyCollectionException e) {
            throw failure.of(new DependencyResolutionException(new DependencyResult(new DependencyRequest()), e));
        }
    }

    /**
     * What a POM asks for, with its parents, properties, profiles and imported BOMs taken into account.
     *
     * @param scopes of the POM's own dependencies; others of them are left out
     * @param repositories where its parents and BOMs may lie, beside its own repositories
     */
    AskedFor read(Path pom, Set<String> scopes, List<MavenRepository> repositories, Consumer<String> progress)
            throws MagicException {
        return new PomReader(home()).read(pom, scopes, repositories, progress);
    }

    /** Fetches the source of a jar of the local repository; empty if it lies elsewhere or nobody has its source. */
    Optional<Path> sourceOf(Path jar) throws MagicException {
        MavenHome maven = home();
        DefaultRepositorySystemSession session =
                maven.session(new DownloadProgress(line -> {}, Thread.currentThread()));
        Optional<Artifact> source = maven.sourceOf(jar, session);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        try {
            ArtifactRequest request = new ArtifactRequest(source.get(), maven.repositories(session, List.of()), "");
            Artifact found = maven.system().resolveArtifact(session, request).getArtifact();
            return Optional.of(found.getFile().toPath());
        } catch (ArtifactResolutionException nobodyHasIt) {
            return Optional.empty();
        }
    }

    private static CollectRequest collect(
            MavenHome maven,
            RepositorySystemSession session,
            List<RemoteRepository> repositories,
            AskedFor asked,
            MavenFailure failure)
            throws MagicException {
        List<Dependency> managed = new ArrayList<>();
        for (LibraryRequest request : asked.managed()) {
            String version = request.coordinates().version();
            managed.add(MavenHome.dependency(session, request, version == null ? "" : version));
        }
        for (LibraryRequest request : asked.libraries()) {
            Coordinates root = request.coordinates();
            if (root.packaging().equals("pom") && root.version() != null) {
                managed.addAll(managedBy(
                        maven, session, repositories, MavenHome.artifact(session, root, root.version()), failure));
            }
        }
        CollectRequest collect = new CollectRequest();
        collect.setRepositories(repositories);
        collect.setManagedDependencies(managed);
        for (LibraryRequest request : asked.libraries()) {
            Coordinates root = request.coordinates();
            String version = root.version() != null ? root.version() : managedVersion(managed, root);
            if (version == null) {
                throw failure.withoutVersion(root);
            }
            collect.addDependency(MavenHome.dependency(session, request, version));
        }
        return collect;
    }

    private static boolean atRunTime(DependencyNode node, List<DependencyNode> parents) {
        Dependency dependency = node.getDependency();
        return dependency != null && RUN_TIME.contains(dependency.getScope());
    }

    private static List<Dependency> managedBy(
            MavenHome maven,
            RepositorySystemSession session,
            List<RemoteRepository> repositories,
            Artifact bom,
            MavenFailure failure)
            throws MagicException {
        DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
        strict.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
        try {
            return maven.system()
                    .readArtifactDescriptor(strict, new ArtifactDescriptorRequest(bom, repositories, ""))
                    .getManagedDependencies();
        } catch (ArtifactDescriptorException e) {
            maven.forget();
            throw failure.of(new DependencyResolutionException(new DependencyResult(new DependencyRequest()), e));
        }
    }

    private static @Nullable String managedVersion(List<Dependency> managed, Coordinates root) {
        return managed.stream()
                .map(Dependency::getArtifact)
                .filter(artifact -> artifact.getGroupId().equals(root.group())
                        && artifact.getArtifactId().equals(root.artifact()))
                .map(Artifact::getVersion)
                .findFirst()
                .orElse(null);
    }

    private MavenHome home() throws MagicException {
        MavenHome home = opened;
        if (home == null) {
            home = new MavenHome();
            opened = home;
        }
        return home;
    }

    /** Ends the connections; a later call opens them again. */
    @Override
    public void close() {
        MavenHome home = opened;
        opened = null;
        if (home != null) {
            home.close();
        }
    }
}
