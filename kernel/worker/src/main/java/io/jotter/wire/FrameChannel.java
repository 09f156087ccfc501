package io.jotter.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames over a connected socket. One thread reads, and one at a time writes; both must be threads that nobody
 * interrupts, because an interrupt within a read or write closes a {@link SocketChannel}.
 */
public final class FrameChannel implements AutoCloseable {
    /** A result that is cut for display is far smaller; a class file too. */
    private static final int LARGEST = 1 << 30;

    /** Of whom nobody knows yet who it is, no more is read than a greeting takes. */
    private static final int LARGEST_GREETING = 1 << 10;

    private static final int MOST_ATTACHMENTS = 1 << 20;

    private static final int BUFFER = 1 << 16;

    /**
     * How often the allocation for a frame that comes is tried again after room was made, which other threads may take at
     * once: without it the wire would be out of step.
     */
    private static final int TRIES_TO_READ = 100;

    /** The same for one that goes: what is too large for the heap stays so, and the sender can say that instead. */
    private static final int TRIES_TO_WRITE = 10;

    private final SocketChannel socket;
    private final @Nullable Runnable makeRoom;
    // direct, and for good: a channel takes such memory for what is not, and the user's code may have used it up
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(BUFFER).limit(0);
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(BUFFER);

    public FrameChannel(SocketChannel socket) {
        this.socket = socket;
        this.makeRoom = null;
    }

    /**
     * Over a connected socket.
     *
     * @param makeRoom called when the heap is too full for a frame, before it is tried again: no frame is lost
     */
    public FrameChannel(SocketChannel socket, Runnable makeRoom) {
        this.socket = socket;
        this.makeRoom = makeRoom;
    }

    /**
     * Waits for the next frame.
     *
     * @throws EOFException if the other side has gone
     */
    public Frame read() throws IOException {
        return read(LARGEST, MOST_ATTACHMENTS);
    }

    /**
     * Waits for the first frame of a caller who has not shown yet who it is.
     *
     * @throws IOException if it is larger than a greeting
     */
    public Frame readGreeting() throws IOException {
        return read(LARGEST_GREETING, 0);
    }

    private Frame read(int largest, int mostAttachments) throws IOException {
        require(4, "The other side has gone");
        int length = incoming.getInt();
        if (length < 1 || length > largest) {
            throw new IOException("A frame of " + length + " bytes: the wire is out of step");
        }
        require(4, "The other side has gone in the middle of a frame");
        int attached = incoming.getInt();
        if (attached < 0 || attached > mostAttachments) {
            throw new IOException("A frame with " + attached + " attachments: the wire is out of step");
        }
        int[] lengths = lengths(attached);
        for (int i = 0; i < attached; i++) {
            require(4, "The other side has gone in the middle of a frame");
            lengths[i] = incoming.getInt();
            if (lengths[i] < 0) {
                throw new IOException("An attachment of " + lengths[i] + " bytes: the wire is out of step");
            }
        }
        byte[] body = bytes(length);
        byte[][] attachments = attachments(attached);
        for (int i = 0; i < attached; i++) {
            attachments[i] = bytes(lengths[i]);
        }
        return decoded(body, attachments);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = allocated(length);
        for (int done = 0; done < length; ) {
            require(1, "The other side has gone in the middle of a frame");
            int part = Math.min(length - done, incoming.remaining());
            incoming.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    // Each of these tries again by itself: a lambda that were handed to one loop for all would want memory too.

    private int[] lengths(int count) {
        for (int tries = 1; ; tries++) {
            try {
                return new int[count];
            } catch (OutOfMemoryError full) {
                makeRoom(full, tries, TRIES_TO_READ);
            }
        }
    }

    private byte[][] attachments(int count) {
        for (int tries = 1; ; tries++) {
            try {
                return new byte[count][];
            } catch (OutOfMemoryError full) {
                makeRoom(full, tries, TRIES_TO_READ);
            }
        }
    }

    private byte[] allocated(int length) {
        for (int tries = 1; ; tries++) {
            try {
                return new byte[length];
            } catch (OutOfMemoryError full) {
                makeRoom(full, tries, TRIES_TO_READ);
            }
        }
    }

    private Frame decoded(byte[] body, byte[][] attachments) {
        for (int tries = 1; ; tries++) {
            try {
                return FrameCodec.decode(ByteBuffer.wrap(body), Arrays.asList(attachments));
            } catch (OutOfMemoryError full) {
                makeRoom(full, tries, TRIES_TO_READ);
            }
        }
    }

    private List<ByteBuffer> encoded(List<Frame> frames) {
        for (int tries = 1; ; tries++) {
            try {
                return frames.stream()
                        .flatMap(frame -> FrameCodec.encode(frame).stream())
                        .toList();
            } catch (OutOfMemoryError full) {
                makeRoom(full, tries, TRIES_TO_WRITE);
            }
        }
    }

    private void makeRoom(OutOfMemoryError full, int tries, int most) {
        if (makeRoom == null || tries >= most) {
            throw full;
        }
        makeRoom.run();
    }

    /** Writes whole frames, in their order, in as few system calls as it takes; none, if one of them cannot be written. */
    public void write(List<Frame> frames) throws IOException {
        List<ByteBuffer> encoded = encoded(frames);
        outgoing.clear();
        for (ByteBuffer each : encoded) {
            while (each.hasRemaining()) {
                if (!outgoing.hasRemaining()) {
                    flush();
                }
                int end = each.limit();
                each.limit(each.position() + Math.min(each.remaining(), outgoing.remaining()));
                outgoing.put(each);
                each.limit(end);
            }
        }
        flush();
    }

    private void flush() throws IOException {
        outgoing.flip();
        while (outgoing.hasRemaining()) {
            socket.write(outgoing);
        }
        outgoing.clear();
    }

    public void write(Frame frame) throws IOException {
        write(List.of(frame));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void require(int count, String otherwise) throws IOException {
        if (incoming.remaining() >= count) {
            return;
        }
        incoming.compact();
        while (incoming.position() < count) {
            if (socket.read(incoming) < 0) {
                throw new EOFException(otherwise);
            }
        }
        incoming.flip();
    }
}
