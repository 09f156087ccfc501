package io.jotter.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Frames over a connected socket. One thread reads, and one at a time writes; both must be threads that nobody
 * interrupts, because an interrupt within a read or write closes a {@link SocketChannel}.
 */
public final class FrameChannel implements AutoCloseable {
    /** A result that is cut for display is far smaller; a class file too. */
    private static final int LARGEST = 1 << 30;

    private final SocketChannel socket;
    private final ByteBuffer incoming = ByteBuffer.allocate(1 << 16).limit(0);

    public FrameChannel(SocketChannel socket) {
        this.socket = socket;
    }

    /**
     * Waits for the next frame.
     *
     * @throws EOFException if the other side has gone
     */
    public Frame read() throws IOException {
        require(4);
        int length = incoming.getInt();
        if (length < 1 || length > LARGEST) {
            throw new IOException("A frame of " + length + " bytes: the wire is out of step");
        }
        byte[] body = new byte[length];
        int ready = Math.min(length, incoming.remaining());
        incoming.get(body, 0, ready);
        fill(socket, ByteBuffer.wrap(body, ready, length - ready));
        return FrameCodec.decode(ByteBuffer.wrap(body));
    }

    /** Writes whole frames, in their order, in as few system calls as it takes. */
    public void write(List<Frame> frames) throws IOException {
        ByteBuffer[] encoded = new ByteBuffer[frames.size()];
        long left = 0;
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = FrameCodec.encode(frames.get(i));
            left += encoded[i].remaining();
        }
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
