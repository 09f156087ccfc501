package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactProperties;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.jspecify.annotations.Nullable;

/** Reads a POM that lies in a file of its own, in no repository. */
final class PomReader {
    private final MavenHome maven;

    PomReader(MavenHome maven) {
        this.maven = maven;
    }

    AskedFor read(Path pom, Set<String> scopes, List<MavenRepository> known, Consumer<String> progress)
            throws MagicException {
        DefaultRepositorySystemSession session = maven.session(new DownloadProgress(progress, Thread.currentThread()));
        // a coordinate that nobody else has: the reader asks for it, and is given the file
        Artifact stand = new DefaultArtifact("notebook", "file", "pom", "1");
        session.setWorkspaceReader(new OneFile(stand, pom));
        // a POM that does not hold together is an error where a person wrote it
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
        // parents beside it may have been edited since
        session.setCache(new DefaultRepositoryCache());
        ArtifactDescriptorResult result;
        try {
            result = maven.system()
                    .readArtifactDescriptor(
                            session,
                            new ArtifactDescriptorRequest(stand, maven.repositories(session, known), "notebook"));
        } catch (ArtifactDescriptorException e) {
            throw new MagicException("Cannot make sense of the POM: " + problems(e) + " Nothing was added.", e);
        }
        List<LibraryRequest> libraries = result.getDependencies().stream()
                .filter(dependency -> scopes.contains(scope(dependency)))
                .map(PomReader::request)
                .toList();
        List<LibraryRequest> managed = result.getManagedDependencies().stream()
                .filter(dependency -> !dependency.getArtifact().getVersion().isEmpty())
                .map(PomReader::request)
                .toList();
        List<MavenRepository> repositories = result.getRepositories().stream()
                // every POM inherits it, and the settings say what stands in its place
                .filter(repository -> !repository.getId().equals("central"))
                .map(PomReader::repository)
                .toList();
        return new AskedFor(libraries, managed, repositories);
    }

    private static String scope(Dependency dependency) {
        return dependency.getScope().isEmpty() ? "compile" : dependency.getScope();
    }

    private static MavenRepository repository(RemoteRepository repository) {
        return new MavenRepository(repository.getId(), repository.getUrl());
    }

    private static LibraryRequest request(Dependency dependency) {
        String file = dependency.getArtifact().getProperty(ArtifactProperties.LOCAL_PATH, null);
        return new LibraryRequest(
                MavenHome.coordinates(dependency.getArtifact()),
                dependency.getExclusions().stream()
                        .map(exclusion ->
                                new LibraryRequest.Exclusion(exclusion.getGroupId(), exclusion.getArtifactId()))
                        .toList(),
                file == null ? null : Path.of(file));
    }

    /** Maven's own sentences, without the file and its numbers in brackets: the file may be one of ours. */
    private static String problems(ArtifactDescriptorException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && !String.valueOf(cause.getMessage()).contains("[ERROR]")
                && !String.valueOf(cause.getMessage()).contains("[FATAL]")) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        String errors = message.lines()
                .filter(line -> line.startsWith("[ERROR]") || line.startsWith("[FATAL]"))
                .map(line -> line.replaceFirst("^\\[[A-Z]+\\] ", "").replaceFirst(" @ .*$", ""))
                .distinct()
                .collect(Collectors.joining(" "));
        return errors.isEmpty() ? message : errors;
    }

    private record OneFile(Artifact artifact, Path file) implements WorkspaceReader {
        @Override
        public WorkspaceRepository getRepository() {
            return new WorkspaceRepository("notebook");
        }

        @Override
        public @Nullable File findArtifact(Artifact wanted) {
            return isIt(wanted) ? file.toFile() : null;
        }

        @Override
        public List<String> findVersions(Artifact wanted) {
            return isIt(wanted) ? List.of(artifact.getVersion()) : List.of();
        }

        private boolean isIt(Artifact wanted) {
            return wanted.getGroupId().equals(artifact.getGroupId())
                    && wanted.getArtifactId().equals(artifact.getArtifactId());
        }
    }
}
