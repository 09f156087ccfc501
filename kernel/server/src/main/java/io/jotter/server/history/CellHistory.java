package io.jotter.server.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this kernel has run, and what kernels before it and beside it have. A cell never waits for the file; a file that
 * cannot be written costs the history, and nothing else. May be used by any thread.
 */
public final class CellHistory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CellHistory.class);

    /** What the end of the kernel waits for the last cell to be written, in milliseconds. */
    private static final long TO_WRITE_THE_LAST = 500;

    /** A longer result is kept up to here, in characters. */
    private static final int LONGEST_OUTPUT = 4_096;

    private final @Nullable HistoryFile file;
    private final List<HistoryEntry> present = new ArrayList<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "jotter-history");
        thread.setDaemon(true);
        return thread;
    });
    private volatile int session;
    private volatile boolean told;

    private CellHistory(@Nullable HistoryFile file) {
        this.file = file;
    }

    /** That of a user, in this file, which need not exist. */
    public static CellHistory in(Path file) {
        return new CellHistory(new HistoryFile(file));
    }

    /** That of this kernel alone. */
    public static CellHistory ofThisKernel() {
        return new CellHistory(null);
    }

    /** A cell begins to run. */
    public void ran(int line, String source) {
        HistoryEntry entry = new HistoryEntry(session, line, source, null);
        synchronized (present) {
            present.add(entry);
        }
        if (file != null) {
            try {
                writer.execute(() -> write(file, entry));
            } catch (RejectedExecutionException theKernelEnds) {
                LOG.debug("A cell came too late for the history.");
            }
        }
    }

    /** The cell that began last has had this result. */
    public void returned(int line, String output) {
        synchronized (present) {
            int last = present.size() - 1;
            if (last >= 0 && present.get(last).line() == line) {
                String kept = output.length() <= LONGEST_OUTPUT ? output : output.substring(0, LONGEST_OUTPUT) + "…";
                present.set(
                        last, new HistoryEntry(session, line, present.get(last).source(), kept));
            }
        }
    }

    private void write(HistoryFile into, HistoryEntry entry) {
        try {
            if (session == 0) {
                session = into.addFirst(entry);
            } else {
                into.add(entry.in(session));
            }
        } catch (IOException | RuntimeException e) {
            if (!told) {
                LOG.warn("What is run is not kept for the next kernel: the history cannot be written.", e);
            }
            told = true;
        }
    }

    /** The number of this kernel's session; 0 as long as nothing of it is in the file. */
    public int session() {
        return session;
    }

    /** What this kernel has run, oldest first. */
    public List<HistoryEntry> present() {
        synchronized (present) {
            return present.stream().map(entry -> entry.in(session)).toList();
        }
    }

    /** What is in the file of other kernels, oldest first, and then what this one has run. */
    public List<HistoryEntry> all() {
        List<HistoryEntry> all = new ArrayList<>();
        if (file != null) {
            try {
                // behind what is being written: this kernel's first cell is in the file before its session has a number
                all.addAll(writer.submit(() -> ofOthers(file)).get());
            } catch (ExecutionException | RejectedExecutionException e) {
                LOG.warn("The history of earlier kernels cannot be read.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        all.addAll(present());
        return all;
    }

    private List<HistoryEntry> ofOthers(HistoryFile from) throws IOException {
        return from.read().stream().filter(entry -> entry.session() != session).toList();
    }

    /** Waits for what is still to be written, for a bounded time. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(TO_WRITE_THE_LAST, TimeUnit.MILLISECONDS)) {
                LOG.warn("The last cells did not get into the history in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
