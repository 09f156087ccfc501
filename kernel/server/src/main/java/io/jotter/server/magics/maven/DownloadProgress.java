package io.jotter.server.magics.maven;

import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/** A line for each jar that has come, and one every few seconds while a large one is coming; POMs pass in silence. */
final class DownloadProgress extends AbstractTransferListener {
    private static final long NANOS_BETWEEN = 5_000_000_000L;

    private final Consumer<String> progress;
    private final Thread caller;
    private long lastLine = System.nanoTime();

    /**
     * @param caller downloads end when it is interrupted
     */
    DownloadProgress(Consumer<String> progress, Thread caller) {
        this.progress = progress;
        this.caller = caller;
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        endIfInterrupted();
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        endIfInterrupted();
        if (isJar(event) && isTimeForALine()) {
            long whole = event.getResource().getContentLength();
            progress.accept("Downloading " + fileName(event.getResource()) + ": " + size(event.getTransferredBytes())
                    + (whole > 0 ? " of " + size(whole) : "") + "\n");
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        if (isJar(event) && event.getRequestType() == TransferEvent.RequestType.GET) {
            progress.accept(
                    "Downloaded " + fileName(event.getResource()) + " (" + size(event.getTransferredBytes()) + ")\n");
        }
    }

    private void endIfInterrupted() throws TransferCancelledException {
        if (caller.isInterrupted()) {
            throw new TransferCancelledException("The cell was stopped");
        }
    }

    private synchronized boolean isTimeForALine() {
        long now = System.nanoTime();
        if (now - lastLine < NANOS_BETWEEN) {
            return false;
        }
        lastLine = now;
        return true;
    }

    private static boolean isJar(TransferEvent event) {
        return event.getResource().getResourceName().endsWith(".jar");
    }

    private static String fileName(TransferResource resource) {
        String name = resource.getResourceName();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
