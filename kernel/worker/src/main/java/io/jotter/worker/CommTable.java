package io.jotter.worker;

import io.jotter.api.Comm;
import io.jotter.api.Comms;
import io.jotter.wire.Frame;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The open comms. What pages send is handed to its handler on one thread, in order, whether or not a cell runs. */
final class CommTable implements Comms {
    private final Outbox outbox;
    private final Cells cells;
    private final Map<String, Opened> targets = new ConcurrentHashMap<>();
    private final Map<String, OpenComm> open = new ConcurrentHashMap<>();
    private final ExecutorService events;

    CommTable(Outbox outbox, Cells cells, ClassLoader loader) {
        this.outbox = outbox;
        this.cells = cells;
        this.events = Executors.newSingleThreadExecutor(work -> {
            OwnThread thread = new OwnThread("comms", work);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    @Override
    public void onOpen(String target, Opened handler) {
        targets.put(target, handler);
    }

    @Override
    public Comm open(String target, String data, String metadata, List<byte[]> buffers) {
        OpenComm comm = new OpenComm(UUID.randomUUID().toString());
        open.put(comm.id(), comm);
        outbox.send(new Frame.CommOpen(cells.ofThisThread(), comm.id(), target, data, metadata, buffers));
        return comm;
    }

    /** A page has opened one; where nobody has asked for such, it is closed again, as the protocol wants it. */
    void opened(Frame.CommOpen frame) {
        Opened handler = targets.get(frame.target());
        if (handler == null) {
            outbox.send(new Frame.CommClose(frame.cell(), frame.commId(), "{}"));
            return;
        }
        OpenComm comm = new OpenComm(frame.commId());
        open.put(comm.id(), comm);
        dispatch(() -> handler.opened(comm, frame.data(), frame.buffers()));
    }

    void received(Frame.CommMessage frame) {
        OpenComm comm = open.get(frame.commId());
        if (comm != null) {
            dispatch(() -> comm.deliver(frame.data(), frame.buffers()));
        }
    }

    void closed(Frame.CommClose frame) {
        OpenComm comm = open.remove(frame.commId());
        if (comm != null) {
            dispatch(comm::deliverClose);
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // the reader's own error, on the reader's own stderr
    private void dispatch(Runnable event) {
        events.execute(() -> {
            try {
                event.run();
            } catch (Throwable e) {
                // shown under the last cell: a page's event has no cell of its own
                e.printStackTrace();
            }
        });
    }

    private final class OpenComm implements Comm {
        private final String id;
        private volatile @Nullable Received receiver;
        private volatile @Nullable Runnable closing;

        OpenComm(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void send(String data, String metadata, List<byte[]> buffers) {
            outbox.send(new Frame.CommMessage(cells.ofThisThread(), id, data, metadata, buffers));
        }

        @Override
        public void onMessage(Received handler) {
            receiver = handler;
        }

        @Override
        public void onClose(Runnable handler) {
            closing = handler;
        }

        @Override
        public void close(String data) {
            open.remove(id);
            outbox.send(new Frame.CommClose(cells.ofThisThread(), id, data));
        }

        private void deliver(String data, List<byte[]> buffers) {
            Received handler = receiver;
            if (handler != null) {
                handler.received(data, buffers);
            }
        }

        private void deliverClose() {
            Runnable handler = closing;
            if (handler != null) {
                handler.run();
            }
        }
    }
}
