package io.jotter.server.magics.maven;

import io.jotter.server.magics.MagicException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the source of a library is: beside its jar in the local repository, to which it is fetched when first asked for. */
public final class SourceJars {
    private static final Logger LOG = LoggerFactory.getLogger(SourceJars.class);

    private final Duration patience;
    private final Map<Path, CompletableFuture<Optional<Path>>> fetched = new ConcurrentHashMap<>();

    /**
     * None fetched yet.
     *
     * @param patience how long one who asks waits for a fetch; it goes on behind his back, for the next time
     */
    public SourceJars(Duration patience) {
        this.patience = patience;
    }

    /** The jar with the source of what is in another; empty if there is none, or it is not there yet. */
    public Optional<Path> of(Path jar) {
        String name = String.valueOf(jar.getFileName());
        if (!name.endsWith(".jar")) {
            return Optional.empty();
        }
        Path beside = jar.resolveSibling(name.substring(0, name.length() - ".jar".length()) + "-sources.jar");
        if (Files.isRegularFile(beside)) {
            return Optional.of(beside);
        }
        try {
            return fetched.computeIfAbsent(jar, wanted -> CompletableFuture.supplyAsync(() -> fetch(wanted)))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.warn("The source of {} cannot be had", jar, e);
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
    }

    private static Optional<Path> fetch(Path jar) {
        try (MavenResolver maven = new MavenResolver()) {
            return maven.sourceOf(jar);
        } catch (MagicException e) {
            LOG.warn("The source of {} cannot be had", jar, e);
            return Optional.empty();
        }
    }
}
