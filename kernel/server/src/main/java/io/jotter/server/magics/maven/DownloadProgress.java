package io.jotter.server.magics.maven;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositoryListener;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/**
 * One line for all the jars of a resolution, with a bar, drawn anew in its place by carriage returns, which pages and
 * terminals understand alike; at the end what has come. POMs pass in silence. Ends downloads whose cell was stopped.
 */
final class DownloadProgress extends AbstractTransferListener {
    /** Why a transfer was ended whose file has not the checksum that the repository says. */
    static final String DAMAGED = "the checksum does not match";

    private static final long NANOS_BETWEEN = 250_000_000L;
    private static final int BAR = 24;

    private final Consumer<String> progress;
    private final Thread caller;
    private final Set<String> damagedOnce = ConcurrentHashMap.newKeySet();
    private final AtomicInteger expected = new AtomicInteger();
    /** Of those under way, which part has come. */
    private final Map<String, Double> underWay = new ConcurrentHashMap<>();

    private int jars;
    private long bytes;
    private String lastName = "";
    private long lastDrawn = System.nanoTime();
    private int drawn;

    /**
     * @param progress gets the texts, with their line breaks, from several threads
     * @param caller downloads end when it is interrupted
     */
    DownloadProgress(Consumer<String> progress, Thread caller) {
        this.progress = progress;
        this.caller = caller;
    }

    /** To be told what will be fetched: transfers alone say it only one by one, as they start. */
    RepositoryListener requests() {
        return new AbstractRepositoryListener() {
            @Override
            public void artifactDownloading(RepositoryEvent event) {
                if (event.getArtifact().getExtension().equals("jar")) {
                    expected.incrementAndGet();
                }
            }
        };
    }

    /** Says what has come, in the place of the bar. */
    synchronized void end() {
        if (jars > 0) {
            draw("Downloaded " + (jars == 1 ? lastName : jars + " jars") + " (" + size(bytes) + ")");
            progress.accept("\n");
        } else if (drawn > 0) {
            draw("");
            progress.accept("\r");
        }
        jars = 0;
        bytes = 0;
        drawn = 0;
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        endIfInterrupted();
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        endIfInterrupted();
        if (isJar(event)) {
            long whole = event.getResource().getContentLength();
            underWay.put(
                    event.getResource().getResourceName(),
                    whole > 0 ? (double) event.getTransferredBytes() / whole : 0);
            drawBar();
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        if (isJar(event) && event.getRequestType() == TransferEvent.RequestType.GET) {
            underWay.remove(event.getResource().getResourceName());
            count(event);
            drawBar();
        }
    }

    /** Maven takes a damaged file with a warning. It is asked for a second time first. */
    @Override
    public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
        if (!damagedOnce.add(event.getResource().getResourceName())) {
            throw new TransferCancelledException(DAMAGED);
        }
    }

    private void endIfInterrupted() throws TransferCancelledException {
        if (caller.isInterrupted()) {
            throw new TransferCancelledException("The cell was stopped");
        }
    }

    private synchronized void count(TransferEvent event) {
        jars++;
        bytes += event.getTransferredBytes();
        lastName = fileName(event.getResource());
    }

    private synchronized void drawBar() {
        long now = System.nanoTime();
        if (now - lastDrawn < NANOS_BETWEEN) {
            return;
        }
        lastDrawn = now;
        int all = Math.max(expected.get(), jars + underWay.size());
        double part =
                (jars + underWay.values().stream().mapToDouble(each -> each).sum()) / all;
        int full = (int) Math.min(BAR, Math.round(part * BAR));
        draw("Downloading " + all + (all == 1 ? " jar " : " jars ") + "█".repeat(full) + "░".repeat(BAR - full) + " "
                + Math.min(100, Math.round(part * 100)) + " %");
    }

    /** Blanks cover what of a longer text stood there. */
    private void draw(String line) {
        progress.accept((drawn > 0 ? "\r" : "") + line + " ".repeat(Math.max(0, drawn - line.length())));
        drawn = line.length();
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
