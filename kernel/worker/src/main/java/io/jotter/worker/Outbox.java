package io.jotter.worker;

import io.jotter.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to the front, in the order in which it happened. Threads of the user's put things in and one thread
 * of the worker's takes them out, so that no interrupt ever reaches the socket.
 *
 * <p>Guarded by a monitor, not by a lock of {@code java.util.concurrent}: an asynchronous stop releases monitors. It can
 * strike between any two steps of {@link #link}; each single write there leaves a list that can be walked.
 */
final class Outbox {
    /** Text waiting to be sent before a printing thread has to wait, in bytes. */
    private static final int FULL = 4 << 20;

    /** The same for a thread that is interrupted and prints on, until the stop ladder has its next rung. */
    private static final int OVERFULL = 64 << 20;

    /** The largest text of one frame, in bytes: a message that a browser takes easily. */
    private static final int CHUNK = 128 << 10;

    /** How long output is gathered before it is sent, in nanoseconds. */
    private static final long GATHERING = 20_000_000;

    private final Object monitor = new Object();
    private Node head = new Node(null);
    private Node tail = head;
    private int waitingBytes;
    private boolean urgent;
    private boolean closed;
    private boolean sending;

    /**
     * Queues text; waits while too much is queued. Never ended by an interrupt, which stays pending: by that the stop
     * ladder sees that the cell has ignored it.
     */
    void print(String cell, boolean error, byte[] text, int offset, int length) {
        boolean interrupted = false;
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, CHUNK);
            synchronized (monitor) {
                while (waitingBytes >= (Thread.currentThread().isInterrupted() ? OVERFULL : FULL) && !closed) {
                    try {
                        monitor.wait();
                    } catch (InterruptedException e) {
                        interrupted = waitingBytes >= OVERFULL;
                        if (!interrupted) {
                            Thread.currentThread().interrupt();
                        }
                    }
                }
                append(cell, error, text, offset + done, part);
                waitingBytes += part;
                monitor.notifyAll();
            }
            done += part;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Queues a frame behind all that was printed, and has everything sent at once. */
    void send(Frame frame) {
        Node node = new Node(frame);
        synchronized (monitor) {
            link(node);
            urgent = true;
            monitor.notifyAll();
        }
    }

    /** Waits for something to send and gathers what follows closely. Empty once closed and sent. */
    List<Frame> take() throws InterruptedException {
        synchronized (monitor) {
            sending = false;
            monitor.notifyAll();
            while (head.next == null && !closed) {
                monitor.wait();
            }
            sending = head.next != null;
            return drain();
        }
    }

    /** Waits until the gathering time is over or something cannot wait. */
    void gather() throws InterruptedException {
        long end = System.nanoTime() + GATHERING;
        synchronized (monitor) {
            long left = end - System.nanoTime();
            while (!urgent && !closed && waitingBytes < FULL / 2 && left > 0) {
                monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
                left = end - System.nanoTime();
            }
        }
    }

    /** No one waits any more, and {@link #take} ends when all is sent. */
    void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
    }

    /** Waits until all is sent, for a bounded time in milliseconds; for the end of the JVM. */
    void awaitEmpty(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        synchronized (monitor) {
            urgent = true;
            monitor.notifyAll();
            long left = end - System.nanoTime();
            while ((head.next != null || sending) && left > 0) {
                monitor.wait(Math.max(1, left / 1_000_000));
                left = end - System.nanoTime();
            }
        }
    }

    private void append(String cell, boolean error, byte[] text, int offset, int length) {
        Node last = last();
        if (last.takes(cell, error, length)) {
            last.add(text, offset, length);
        } else {
            Node node = new Node(cell, error);
            node.add(text, offset, length);
            link(node);
        }
    }

    private void link(Node node) {
        last().next = node;
        tail = node;
    }

    private Node last() {
        // a stop between the two writes of link leaves the tail one behind
        Node last = tail;
        while (last.next != null) {
            last = last.next;
        }
        return last;
    }

    private List<Frame> drain() {
        List<Frame> frames = new ArrayList<>();
        for (Node node = head.next; node != null; node = node.next) {
            frames.add(node.toFrame());
        }
        Node empty = new Node(null);
        head = empty;
        tail = empty;
        waitingBytes = 0;
        urgent = false;
        monitor.notifyAll();
        return frames;
    }

    /** A queued frame, or text that can still grow. */
    private static final class Node {
        private final @Nullable Frame frame;
        private final String cell;
        private final boolean error;
        private byte[] text;
        private int length;
        private @Nullable Node next;

        Node(@Nullable Frame frame) {
            this.frame = frame;
            this.cell = "";
            this.error = false;
            this.text = new byte[0];
        }

        Node(String cell, boolean error) {
            this.frame = null;
            this.cell = cell;
            this.error = error;
            this.text = new byte[1024];
        }

        boolean takes(String forCell, boolean onError, int more) {
            return text.length > 0 && error == onError && length + more <= CHUNK && cell.equals(forCell);
        }

        void add(byte[] source, int offset, int more) {
            if (text.length < length + more) {
                text = java.util.Arrays.copyOf(text, Math.max(Math.min(text.length * 2, CHUNK), length + more));
            }
            System.arraycopy(source, offset, text, length, more);
            // last: a stop before this leaves the node as it was
            length += more;
        }

        Frame toFrame() {
            return frame != null ? frame : new Frame.Output(cell, error, text, length);
        }
    }
}
