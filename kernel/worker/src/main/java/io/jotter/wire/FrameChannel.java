package io.jotter.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Frames over a connected socket. One thread reads, and one at a time writes; both must be threads that nobody
 * interrupts, because an interrupt within a read or write closes a {@link SocketChannel}.
 */
public final class FrameChannel implements AutoCloseable {
    /** A result that is cut for display is far smaller; a class file too. */
    private static final int LARGEST = 1 << 30;

    /** Of whom nobody knows yet who it is, no more is read than a greeting takes. */
    private static final int LARGEST_GREETING = 1 << 10;

    /** How often an allocation is tried again after room was made. */
    private static final int TRIES = 3;

    private final SocketChannel socket;
    private final Runnable makeRoom;
    private final ByteBuffer incoming = ByteBuffer.allocate(1 << 16).limit(0);

    public FrameChannel(SocketChannel socket) {
        this(socket, () -> {});
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
        return read(LARGEST);
    }

    /**
     * Waits for the first frame of a caller who has not shown yet who it is.
     *
     * @throws IOException if it is larger than a greeting
     */
    public Frame readGreeting() throws IOException {
        return read(LARGEST_GREETING);
    }

    private Frame read(int largest) throws IOException {
        require(4);
        int length = incoming.getInt();
        if (length < 1 || length > largest) {
            throw new IOException("A frame of " + length + " bytes: the wire is out of step");
        }
        byte[] body = withRoom(() -> new byte[length]);
        int ready = Math.min(length, incoming.remaining());
        incoming.get(body, 0, ready);
        fill(socket, ByteBuffer.wrap(body, ready, length - ready));
        return withRoom(() -> FrameCodec.decode(ByteBuffer.wrap(body)));
    }

    private <T> T withRoom(Supplier<T> allocation) {
        for (int i = 1; i < TRIES; i++) {
            try {
                return allocation.get();
            } catch (OutOfMemoryError full) {
                makeRoom.run();
            }
        }
        return allocation.get();
    }

    /** Writes whole frames, in their order, in as few system calls as it takes. */
    public void write(List<Frame> frames) throws IOException {
        ByteBuffer[] encoded =
                withRoom(() -> frames.stream().map(FrameCodec::encode).toArray(ByteBuffer[]::new));
        long left = Arrays.stream(encoded).mapToLong(ByteBuffer::remaining).sum();
        while (left > 0) {
            left -= socket.write(encoded);
        }
    }

    public void write(Frame frame) throws IOException {
        write(List.of(frame));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void require(int count) throws IOException {
        if (incoming.remaining() >= count) {
            return;
        }
        incoming.compact();
        while (incoming.position() < count) {
            if (socket.read(incoming) < 0) {
                throw new EOFException("The other side has gone");
            }
        }
        incoming.flip();
    }

    private static void fill(ReadableByteChannel source, ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (source.read(target) < 0) {
                throw new EOFException("The other side has gone in the middle of a frame");
            }
        }
    }
}
