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
    /** Text waiting to be sent before a printing thread has to wait, in bytes. Little, for it delays a cell's end. */
    private static final int FULL = 128 << 10;

    /** The same for a thread that is interrupted: it may yet see that, and end, if it is not made to wait. */
    private static final int OVERFULL = 256 << 10;

    /** The longest text that no other thread's can part, in bytes. */
    private static final int UNDIVIDED = 128 << 10;

    /** The largest text of one frame, in bytes: a message that a browser takes easily. */
    private static final int CHUNK = 64 << 10;

    /** What is sent in one go of text that can wait, in bytes. */
    private static final int BATCH = 128 << 10;

    /** Streams that change places get a message each time; so many at least when there are hardly any to spend. */
    private static final int FEWEST_MESSAGES = 4;

    /** How long output is gathered before it is sent, in nanoseconds. */
    private static final long GATHERING = 20_000_000;

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final Object monitor = new Object();
    private final Pace pace;
    private Node head = new Node(null);
    private Node tail = head;
    private @Nullable Held held;
    private final List<Frame> ahead = new ArrayList<>();
    private int waitingBytes;
    private boolean urgent;
    private boolean closed;
    private boolean sending;

    Outbox(Pace pace) {
        this.pace = pace;
    }

    /** A new cell prints from now on. */
    void newCell() {
        synchronized (monitor) {
            pace.newCell();
            monitor.notifyAll();
        }
    }

    /**
     * Queues text; waits while too much is queued. Never ended by an interrupt: see {@link #isInterrupted}.
     */
    void print(String cell, boolean error, byte[] text, int offset, int length) {
        int done = 0;
        while (done < length) {
            int end = Math.min(length, done + UNDIVIDED);
            synchronized (monitor) {
                awaitRoom();
                while (done < end) {
                    int part = Math.min(end - done, CHUNK);
                    append(cell, error, text, offset + done, part);
                    waitingBytes += part;
                    done += part;
                }
                monitor.notifyAll();
            }
        }
    }

    private void awaitRoom() {
        Held interrupt = null;
        while (waitingBytes >= (Thread.currentThread().isInterrupted() ? OVERFULL : FULL) && !closed) {
            try {
                monitor.wait();
            } catch (InterruptedException e) {
                if (waitingBytes < OVERFULL) {
                    Thread.currentThread().interrupt();
                } else if (interrupt == null) {
                    interrupt = new Held(Thread.currentThread(), held);
                    held = interrupt;
                }
            }
        }
        if (interrupt != null) {
            Thread.currentThread().interrupt();
            interrupt.thread = null;
        }
    }

    /** Whether a thread has an interrupt that its code has not taken; while it waits to print, it is held back here. */
    boolean isInterrupted(Thread thread) {
        synchronized (monitor) {
            for (Held each = held; each != null; each = each.next) {
                if (each.thread == thread) {
                    return true;
                }
            }
            return thread.isInterrupted();
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

    /** Sends a frame that says nothing of what was printed; it does not wait for that. */
    void sendAhead(Frame frame) {
        synchronized (monitor) {
            ahead.add(frame);
            monitor.notifyAll();
        }
    }

    /** Waits for something that may be sent now, and takes it. Empty once closed and sent. */
    List<Frame> take() throws InterruptedException {
        synchronized (monitor) {
            sending = false;
            monitor.notifyAll();
            while (!closed && ahead.isEmpty() && (head.next == null || !urgent)) {
                long nanos = head.next == null ? FOR_EVER : pace.nanosToWait();
                if (nanos == 0) {
                    break;
                }
                monitor.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
            }
            if (!ahead.isEmpty()) {
                List<Frame> first = List.copyOf(ahead);
                ahead.clear();
                return first;
            }
            sending = head.next != null;
            return drain(urgent || closed);
        }
    }

    /** Waits until the gathering time is over or something cannot wait. */
    void gather() throws InterruptedException {
        long end = System.nanoTime() + GATHERING;
        synchronized (monitor) {
            long left = GATHERING;
            while (!urgent && !closed && ahead.isEmpty() && waitingBytes < FULL && left > 0) {
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
        if (!last.isOf(cell, error)) {
            last = earlier(cell, error);
        }
        if (last != null && last.hasRoom(length)) {
            last.add(text, offset, length);
        } else {
            Node node = new Node(cell, error);
            node.add(text, offset, length);
            link(node);
        }
    }

    /**
     * The last text of the same stream, if more messages wait than may go: where two streams change places more often than
     * that, the order within each is what is kept. Text never passes a frame.
     */
    private @Nullable Node earlier(String cell, boolean error) {
        int messages = 0;
        Node found = null;
        for (Node node = head.next; node != null; node = node.next) {
            messages++;
            if (node.frame != null) {
                found = null;
            } else if (node.isOf(cell, error)) {
                found = node;
            }
        }
        return messages >= Math.max(FEWEST_MESSAGES, pace.messagesLeft()) ? found : null;
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

    private List<Frame> drain(boolean all) {
        List<Frame> frames = new ArrayList<>();
        int bytes = 0;
        Node node = head.next;
        for (; node != null && (all || bytes < BATCH); node = node.next) {
            frames.add(node.toFrame());
            bytes += node.length;
            if (node.frame == null) {
                pace.spend(node.text, node.length);
            }
        }
        Node empty = new Node(null);
        empty.next = node;
        head = empty;
        if (node == null) {
            tail = empty;
        }
        waitingBytes = 0;
        for (Node left = node; left != null; left = left.next) {
            waitingBytes += left.length;
        }
        urgent = false;
        // of those that were stopped here, nothing else would
        while (held != null && (held.thread == null || !held.thread.isAlive())) {
            held = held.next;
        }
        monitor.notifyAll();
        return frames;
    }

    /** A thread whose interrupt is kept for it while it waits. */
    private static final class Held {
        private @Nullable Thread thread;
        private final @Nullable Held next;

        Held(Thread thread, @Nullable Held next) {
            this.thread = thread;
            this.next = next;
        }
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

        boolean isOf(String otherCell, boolean onError) {
            return text.length > 0 && error == onError && cell.equals(otherCell);
        }

        boolean hasRoom(int more) {
            return length + more <= CHUNK;
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
