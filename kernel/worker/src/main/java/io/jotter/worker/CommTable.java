package io.jotter.worker;

import io.jotter.api.Comm;
import io.jotter.api.Comms;
import io.jotter.api.EventLine;
import io.jotter.wire.Frame;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open comms. What pages send is read by one thread, in order, whether or not a cell runs; the reader's handlers are
 * called on lines of {@link EventRuns}, those of a protocol at once.
 */
final class CommTable implements Comms {
    private final Outbox outbox;
    private final Cells cells;
    private final EventRuns events;
    private final Consumer<Throwable> failed;
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, OpenComm> open = new ConcurrentHashMap<>();
    private final ExecutorService reading = Executors.newSingleThreadExecutor(work -> new OwnThread("comms", work));
    private final Comms atOnce = new AtOnce();

    private record Target(Opened handler, boolean atOnce) {}

    CommTable(Outbox outbox, Cells cells, EventRuns events, Consumer<Throwable> failed) {
        this.outbox = outbox;
        this.cells = cells;
        this.events = events;
        this.failed = failed;
    }

    @Override
    public void onOpen(String target, Opened handler) {
        targets.put(target, new Target(handler, false));
    }

    @Override
    public Comm open(String target, String data, String metadata, List<byte[]> buffers) {
        return open(target, data, metadata, buffers, events.line());
    }

    @Override
    public Comms atOnce() {
        return atOnce;
    }

    private Comm open(String target, String data, String metadata, List<byte[]> buffers, @Nullable EventLine line) {
        OpenComm comm = new OpenComm(UUID.randomUUID().toString(), line);
        open.put(comm.id(), comm);
        outbox.send(new Frame.CommOpen(cells.ofThisThread(), comm.id(), target, data, metadata, buffers));
        return comm;
    }

    /** A page has opened one; where nobody has asked for such, it is closed again, as the protocol wants it. */
    void opened(Frame.CommOpen frame) {
        Target target = targets.get(frame.target());
        if (target == null) {
            outbox.send(new Frame.CommClose(frame.cell(), frame.commId(), "{}"));
            return;
        }
        OpenComm comm = new OpenComm(frame.commId(), target.atOnce() ? null : events.line());
        open.put(comm.id(), comm);
        comm.dispatch(frame.cell(), () -> target.handler().opened(comm, frame.data(), frame.buffers()));
    }

    void received(Frame.CommMessage frame) {
        OpenComm comm = open.get(frame.commId());
        if (comm != null) {
            comm.dispatch(frame.cell(), () -> comm.deliver(frame.data(), frame.buffers()));
        }
    }

    void closed(Frame.CommClose frame) {
        OpenComm comm = open.remove(frame.commId());
        if (comm != null) {
            comm.dispatch(frame.cell(), comm::deliverClose);
        }
    }

    /** See {@link Comms#atOnce}. */
    private final class AtOnce implements Comms {
        @Override
        public void onOpen(String target, Opened handler) {
            targets.put(target, new Target(handler, true));
        }

        @Override
        public Comm open(String target, String data, String metadata, List<byte[]> buffers) {
            return CommTable.this.open(target, data, metadata, buffers, null);
        }

        @Override
        public Comms atOnce() {
            return this;
        }
    }

    private final class OpenComm implements Comm {
        private final String id;
        /** Null for one of a protocol's, which is served at once. */
        private final @Nullable EventLine line;

        private volatile @Nullable Received receiver;
        private volatile @Nullable Runnable closing;

        OpenComm(String id, @Nullable EventLine line) {
            this.id = id;
            this.line = line;
        }

        /** Called by the thread that reads the wire. */
        void dispatch(String message, Runnable event) {
            if (line != null) {
                line.add(event);
                return;
            }
            reading.execute(() -> {
                // the page knows the answer to its message by this
                cells.adoptMessage(message);
                try {
                    event.run();
                } catch (Throwable e) {
                    failed.accept(e);
                }
            });
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
