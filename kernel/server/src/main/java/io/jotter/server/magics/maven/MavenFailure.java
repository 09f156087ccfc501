package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.jspecify.annotations.Nullable;

/** Says in words why libraries could not be had, whom we asked, and what was likely meant. */
final class MavenFailure {
    private static final int VERSIONS_SHOWN = 5;

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    MavenFailure(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    MagicException withoutVersion(Coordinates root) {
        List<String> versions = versions(root.group(), root.artifact());
        return new MagicException(
                versions.isEmpty()
                        ? root + " has no version: write " + root.group() + ":" + root.artifact() + ":version."
                        : root + " has no version. " + known(versions) + " Write " + root.group() + ":"
                                + root.artifact() + ":" + versions.get(0) + ".");
    }

    MagicException of(DependencyResolutionException failure) {
        if (Thread.currentThread().isInterrupted()) {
            return new MagicException("The download was stopped. Nothing was added.", failure);
        }
        List<Artifact> missing = missing(failure);
        if (missing.isEmpty()) {
            return new MagicException(
                    "Could not resolve the libraries: " + failure.getMessage() + " Nothing was added.", failure);
        }
        String names = missing.stream().map(MavenFailure::shown).collect(Collectors.joining(", "));
        String unreachable = unreachable(failure);
        StringBuilder message = new StringBuilder("Could not find " + names + ". Asked: " + asked() + ".");
        if (!unreachable.isEmpty()) {
            message.append(' ').append(unreachable);
        }
        message.append(' ').append(advice(missing.get(0))).append("Nothing was added.");
        return new MagicException(message.toString(), failure);
    }

    private static List<Artifact> missing(DependencyResolutionException failure) {
        Set<Artifact> missing = new LinkedHashSet<>();
        if (failure.getResult() != null) {
            for (ArtifactResult result : failure.getResult().getArtifactResults()) {
                if (!result.isResolved()) {
                    missing.add(result.getRequest().getArtifact());
                }
            }
        }
        for (Throwable cause : causes(failure)) {
            if (cause instanceof ArtifactTransferException transfer && missing.isEmpty()) {
                missing.add(transfer.getArtifact());
            }
            if (cause instanceof ArtifactDescriptorException descriptor && missing.isEmpty()) {
                missing.add(descriptor.getResult().getRequest().getArtifact());
            }
        }
        return List.copyOf(missing);
    }

    /** A sentence for each repository that gave no answer, as opposed to the answer that it has no such thing. */
    private String unreachable(DependencyResolutionException failure) {
        Set<String> sentences = new LinkedHashSet<>();
        for (Throwable cause : causes(failure)) {
            if (cause instanceof ArtifactTransferException transfer
                    && !(cause instanceof ArtifactNotFoundException)
                    && transfer.getRepository() != null) {
                sentences.add(TransferTrouble.told(
                        transfer.getRepository().getId(),
                        innermost(transfer),
                        session.getLocalRepository().getBasedir().toPath()));
            }
        }
        return String.join(" ", sentences);
    }

    private static List<Throwable> causes(DependencyResolutionException failure) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.add(cause);
            if (cause instanceof DependencyCollectionException collection && collection.getResult() != null) {
                all.addAll(collection.getResult().getExceptions());
            }
        }
        if (failure.getResult() != null) {
            failure.getResult().getArtifactResults().stream()
                    .filter(result -> !result.isResolved())
                    .forEach(result -> all.addAll(result.getExceptions()));
        }
        return all;
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable inner = thrown;
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            inner = cause;
        }
        return inner;
    }

    private String asked() {
        return session.isOffline()
                ? "the local repository only, for settings.xml says offline"
                : repositories.stream()
                        .map(repository -> repository.getId() + " (" + repository.getUrl() + ")")
                        .collect(Collectors.joining(", "));
    }

    private String advice(Artifact artifact) {
        List<String> versions = versions(artifact.getGroupId(), artifact.getArtifactId());
        if (!versions.isEmpty()) {
            return versions.contains(artifact.getVersion()) ? "" : known(versions) + " ";
        }
        return new LocalRepository(session.getLocalRepository().getBasedir().toPath())
                .nearest(artifact.getGroupId(), artifact.getArtifactId())
                .map(near -> "Did you mean " + near + "? ")
                .orElse("");
    }

    private static String known(List<String> versions) {
        return (versions.size() > VERSIONS_SHOWN ? "The newest versions are " : "Its versions are ")
                + versions.stream().limit(VERSIONS_SHOWN).collect(Collectors.joining(", ")) + ".";
    }

    /** Newest first. */
    private List<String> versions(String group, String artifact) {
        VersionRangeRequest every =
                new VersionRangeRequest(new DefaultArtifact(group, artifact, "", "jar", "[0,)"), repositories, "");
        try {
            List<String> versions = new ArrayList<>();
            system.resolveVersionRange(session, every)
                    .getVersions()
                    .forEach(version -> versions.add(0, version.toString()));
            return versions;
        } catch (VersionRangeResolutionException e) {
            return List.of();
        }
    }

    private static String shown(Artifact artifact) {
        return MavenHome.coordinates(artifact).toString();
    }
}
