package io.jotter.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
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

    private static final int MOST_ATTACHMENTS = 1 << 20;

    /** Read or written at once; the JDK keeps a buffer of that size for each thread. */
    private static final int SLICE = 1 << 20;

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
        require(8);
        int length = incoming.getInt();
        int attached = incoming.getInt();
        if (length < 1 || length > LARGEST || attached < 0 || attached > MOST_ATTACHMENTS) {
            throw new IOException("A frame of " + length + " bytes: the wire is out of step");
        }
        int[] lengths = new int[attached];
        for (int i = 0; i < attached; i++) {
            require(4);
            lengths[i] = incoming.getInt();
            if (lengths[i] < 0) {
                throw new IOException("An attachment of " + lengths[i] + " bytes: the wire is out of step");
            }
        }
        byte[] body = bytes(length);
        List<byte[]> attachments = new ArrayList<>(attached);
        for (int each : lengths) {
            attachments.add(bytes(each));
        }
        return withRoom(() -> FrameCodec.decode(ByteBuffer.wrap(body), attachments));
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = withRoom(() -> new byte[length]);
        int ready = Math.min(length, incoming.remaining());
        incoming.get(bytes, 0, ready);
        for (int at = ready; at < length; ) {
            // the JDK copies what it reads into an array through memory outside the heap, as much as is asked for
            ByteBuffer part = ByteBuffer.wrap(bytes, at, Math.min(length - at, SLICE));
            fill(socket, part);
            at = part.position();
        }
        return bytes;
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
        List<ByteBuffer> encoded = withRoom(() -> frames.stream()
                .flatMap(frame -> FrameCodec.encode(frame).stream())
                .toList());
        for (int from = 0; from < encoded.size(); ) {
            int to = from;
            for (int bytes = 0; to < encoded.size() && bytes + encoded.get(to).remaining() <= SLICE; to++) {
                bytes += encoded.get(to).remaining();
            }
            if (to == from) {
                writeInSlices(encoded.get(to++));
            } else {
                writeTogether(encoded.subList(from, to).toArray(ByteBuffer[]::new));
            }
            from = to;
        }
    }

    private void writeTogether(ByteBuffer[] buffers) throws IOException {
        long left = Arrays.stream(buffers).mapToLong(ByteBuffer::remaining).sum();
        while (left > 0) {
            left -= socket.write(buffers);
        }
    }

    private void writeInSlices(ByteBuffer large) throws IOException {
        int end = large.limit();
        while (large.position() < end) {
            large.limit(Math.min(end, large.position() + SLICE));
            socket.write(large);
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
