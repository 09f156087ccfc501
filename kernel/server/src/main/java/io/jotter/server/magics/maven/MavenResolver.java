package io.jotter.server.magics.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import io.jotter.server.magics.MagicException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches libraries and what they need, as Maven does on this machine: its local repository, {@code settings.xml},
 * mirrors, proxies, offline mode. Keeps nothing of a notebook. Load this class only when a library is asked for: it brings
 * Maven's with it.
 */
public final class MavenResolver implements AutoCloseable {
    private static final Set<String> RUN_TIME = Set.of("compile", "runtime");

    private @Nullable Context opened;

    /**
     * Resolves all of the roots together, so that of each library one version is chosen: the one nearest to the roots.
     *
     * @param roots a POM among them is a BOM too: it says the version of those that have none
     * @param extra asked before the repositories of the settings
     * @param progress gets lines, with their line breaks, from several threads
     * @return jars in the order of the class path
     * @throws MagicException if one is missing or cannot be fetched, or the calling thread was interrupted
     */
    public List<MavenJar> resolve(List<Coordinates> roots, List<MavenRepository> extra, Consumer<String> progress)
            throws MagicException {
        Context context = context();
        DefaultRepositorySystemSession session = session(context, progress);
        List<RemoteRepository> repositories = repositories(context, session, extra);
        MavenFailure failure = new MavenFailure(context.repositorySystem(), session, repositories);
        List<Dependency> managed = new ArrayList<>();
        for (Coordinates root : roots) {
            if (root.packaging().equals("pom") && root.version() != null) {
                managed.addAll(managedBy(context, session, repositories, artifact(session, root, root.version())));
            }
        }
        CollectRequest collect = new CollectRequest();
        collect.setRepositories(repositories);
        collect.setManagedDependencies(managed);
        for (Coordinates root : roots) {
            String version = root.version() != null ? root.version() : managedVersion(managed, root);
            if (version == null) {
                throw failure.withoutVersion(root);
            }
            collect.addDependency(new Dependency(artifact(session, root, version), "runtime"));
        }
        try {
            return context
                    .repositorySystem()
                    .resolveDependencies(session, new DependencyRequest(collect, MavenResolver::atRunTime))
                    .getArtifactResults()
                    .stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(artifact -> artifact.getExtension().equals("jar"))
                    .map(MavenResolver::jar)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw failure.of(e);
        }
    }

    private static boolean atRunTime(DependencyNode node, List<DependencyNode> parents) {
        Dependency dependency = node.getDependency();
        return dependency != null && RUN_TIME.contains(dependency.getScope());
    }

    private static MavenJar jar(Artifact artifact) {
        return new MavenJar(
                new Coordinates(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getExtension(),
                        artifact.getClassifier(),
                        artifact.getVersion()),
                artifact.getFile().toPath());
    }

    private static List<Dependency> managedBy(
            Context context, RepositorySystemSession session, List<RemoteRepository> repositories, Artifact bom)
            throws MagicException {
        try {
            return context.repositorySystem()
                    .readArtifactDescriptor(session, new ArtifactDescriptorRequest(bom, repositories, ""))
                    .getManagedDependencies();
        } catch (ArtifactDescriptorException e) {
            throw new MagicException("Cannot read the POM " + bom + ": " + e.getMessage() + ".", e);
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

    private static Artifact artifact(RepositorySystemSession session, Coordinates root, String version) {
        // a type such as test-jar or bundle stands for an extension and perhaps a classifier
        ArtifactType type = session.getArtifactTypeRegistry().get(root.packaging());
        String extension = type == null ? root.packaging() : type.getExtension();
        String classifier = root.classifier().isEmpty() && type != null ? type.getClassifier() : root.classifier();
        return new DefaultArtifact(root.group(), root.artifact(), classifier, extension, version);
    }

    private static List<RemoteRepository> repositories(
            Context context, RepositorySystemSession session, List<MavenRepository> extra) {
        List<RemoteRepository> all = new ArrayList<>();
        List<RemoteRepository> named = new ArrayList<>();
        for (MavenRepository repository : extra) {
            named.add(new RemoteRepository.Builder(repository.id(), "default", repository.url())
                    .setPolicy(new RepositoryPolicy(
                            true, RepositoryPolicy.UPDATE_POLICY_DAILY, RepositoryPolicy.CHECKSUM_POLICY_WARN))
                    .build());
        }
        // gives them the mirrors, proxies and passwords of the settings
        all.addAll(context.repositorySystem().newResolutionRepositories(session, named));
        all.addAll(context.remoteRepositories());
        return all;
    }

    private static DefaultRepositorySystemSession session(Context context, Consumer<String> progress) {
        DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        session.setTransferListener(new DownloadProgress(progress, Thread.currentThread()));
        // a name that was missing a minute ago is asked for again: the person has likely just mended something
        session.setResolutionErrorPolicy(null);
        return session;
    }

    private Context context() {
        Context context = opened;
        if (context == null) {
            ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
            String home = System.getProperty("user.home");
            if (home != null) {
                overrides.withMavenUserHomeOverride(Path.of(home, ".m2"));
            }
            String local = System.getProperty("maven.repo.local");
            if (local != null) {
                overrides.withLocalRepositoryOverride(Path.of(local));
            }
            context = Runtimes.INSTANCE.getRuntime().create(overrides.build());
            opened = context;
        }
        return context;
    }

    /** Ends the connections; a later call opens them again. */
    @Override
    public void close() {
        Context context = opened;
        opened = null;
        if (context != null) {
            context.close();
        }
    }
}
