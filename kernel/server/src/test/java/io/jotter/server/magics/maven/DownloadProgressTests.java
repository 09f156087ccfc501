package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;
import org.junit.jupiter.api.Test;

class DownloadProgressTests {
    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    private final StringBuilder printed = new StringBuilder();
    private final DownloadProgress progress = new DownloadProgress(printed::append, Thread.currentThread());

    private TransferEvent event(String jar, long bytes) {
        TransferResource resource = new TransferResource(
                        "house", "http://127.0.0.1/", "g/" + jar, Path.of(jar).toFile(), null)
                .setContentLength(1000);
        return new TransferEvent.Builder(session, resource)
                .setType(TransferEvent.EventType.PROGRESSED)
                .setRequestType(TransferEvent.RequestType.GET)
                .setTransferredBytes(bytes)
                .build();
    }

    private void expects(int jars) {
        for (int jar = 0; jar < jars; jar++) {
            progress.requests()
                    .artifactDownloading(
                            new RepositoryEvent.Builder(session, RepositoryEvent.EventType.ARTIFACT_DOWNLOADING)
                                    .setArtifact(new DefaultArtifact("g:a" + jar + ":1"))
                                    .build());
        }
    }

    /** The bar is drawn only so often. */
    private void untilDrawn(TransferEvent event) {
        int before = printed.length();
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> {
            progress.transferProgressed(event);
            return printed.length() > before;
        });
    }

    @Test
    void allJarsShareOneLineThatIsDrawnAnewInItsPlace() {
        expects(4);
        progress.transferSucceeded(event("a.jar", 1000));
        untilDrawn(event("b.jar", 500));
        untilDrawn(event("b.jar", 1000));
        progress.transferSucceeded(event("b.jar", 1000));
        progress.end();

        assertThat(printed.toString().split("\r", -1))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("Downloading 4 jars █████████░")
                                .endsWith(" 38 %"),
                        second -> assertThat(second).endsWith(" 50 %"),
                        last -> assertThat(last)
                                .startsWith("Downloaded 2 jars (2 kB)  ")
                                .endsWith(" \n"));
    }

    @Test
    void whatNeverArrivedLeavesNoBar() {
        expects(1);
        untilDrawn(event("a.jar", 10));
        progress.end();

        assertThat(printed.toString()).matches("Downloading 1 jar [^\r\n]*\r *\r");
    }

    @Test
    void aStoppedCellEndsItsDownloads() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(TransferCancelledException.class)
                    .isThrownBy(() -> progress.transferProgressed(event("a.jar", 10)));
        } finally {
            Thread.interrupted();
        }
    }
}
