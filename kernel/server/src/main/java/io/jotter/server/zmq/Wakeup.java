package io.jotter.server.zmq;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Ends the poll of the thread that owns a socket, when another thread has something for it. */
final class Wakeup {
    private static final AtomicLong COUNT = new AtomicLong();

    private final ZMQ.Socket heard;
    private final ZMQ.Socket sent;
    private final AtomicBoolean pending = new AtomicBoolean();
    private boolean closed;

    Wakeup(ZMQ.Context context) {
        String address = "inproc://wakeup-" + COUNT.incrementAndGet();
        heard = context.socket(SocketType.PULL);
        heard.bind(address);
        sent = context.socket(SocketType.PUSH);
        sent.connect(address);
    }

    /** What the owner polls beside its own socket. */
    ZMQ.Socket socket() {
        return heard;
    }

    /** Wakes the owner; many calls before it wakes are one. By any thread. */
    void signal() {
        if (!pending.compareAndSet(false, true)) {
            return;
        }
        // an interrupted thread would close the channel that it writes to, for all
        boolean interrupted = Thread.interrupted();
        try {
            synchronized (this) {
                if (!closed) {
                    sent.send(new byte[0], ZMQ.DONTWAIT);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes the next signal count again; to be called before looking for work, or that signal is lost. By the owner. */
    void clear() {
        while (heard.recv(ZMQ.DONTWAIT) != null) {
            // one frame a signal
        }
        pending.set(false);
    }

    /** By the owner, as its last act. */
    void close() {
        synchronized (this) {
            closed = true;
            sent.setLinger(0);
            sent.close();
        }
        heard.close();
    }
}
