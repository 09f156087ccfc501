package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.util.listener.ChainedRepositoryListener;
import org.jspecify.annotations.Nullable;

/**
 * Notes the POMs of libraries that tell nothing. Maven goes on without what such a library needs; where the file is no POM at
 * all, an answer of a proxy say, that would show much later, as a missing class.
 */
final class PomTroubles extends AbstractRepositoryListener {
    private final LocalRepositoryManager local;
    private final List<String> unreadable = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    private PomTroubles(LocalRepositoryManager local) {
        this.local = local;
    }

    static PomTroubles in(DefaultRepositorySystemSession session) {
        PomTroubles troubles = new PomTroubles(session.getLocalRepositoryManager());
        session.setRepositoryListener(ChainedRepositoryListener.newInstance(session.getRepositoryListener(), troubles));
        return troubles;
    }

    @Override
    public void artifactDescriptorInvalid(RepositoryEvent event) {
        Artifact library = event.getArtifact();
        String reason = String.valueOf(reason(event.getException()));
        if (reason.contains("Non-parseable POM") || reason.contains("Non-readable POM")) {
            Artifact pom =
                    new DefaultArtifact(library.getGroupId(), library.getArtifactId(), "", "pom", library.getVersion());
            unreadable.add(
                    "The POM of " + name(library) + " does not parse. Remove "
                            + local.getRepository().getBasedir().toPath().resolve(local.getPathForLocalArtifact(pom))
                            + " to have it fetched again; if it comes back so, the repository or a proxy before it is at fault.");
        } else {
            notes.add("The POM of " + name(library) + " is not valid: what it needs was left out");
        }
    }

    @Override
    public void artifactDescriptorMissing(RepositoryEvent event) {
        notes.add(name(event.getArtifact()) + " has no POM: what it needs is not known");
    }

    /** @throws MagicException naming the first POM that is none */
    void check() throws MagicException {
        if (!unreadable.isEmpty()) {
            throw new MagicException(unreadable.get(0) + " Nothing was added.");
        }
    }

    void tell(Consumer<String> progress) {
        notes.stream().distinct().sorted().forEach(note -> progress.accept(note + ".\n"));
    }

    private static String name(Artifact library) {
        return library.getGroupId() + ":" + library.getArtifactId() + ":" + library.getVersion();
    }

    private static @Nullable String reason(@Nullable Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }
}
