package io.jotter.server.engine;

import com.sun.jdi.connect.spi.Connection;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Packets of the debugger's protocol over a socket whose handshake is done; the JDI speaks the rest. */
final class JdwpConnection extends Connection {
    private static final int HEADER = 11;
    private static final int LARGEST = 1 << 26;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Object reading = new Object();
    private final Object writing = new Object();

    JdwpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    @Override
    public byte[] readPacket() throws IOException {
        synchronized (reading) {
            int length;
            try {
                length = in.readInt();
            } catch (EOFException end) {
                return new byte[0];
            }
            if (length < HEADER || length > LARGEST) {
                // until it has shown its token, it may be anyone
                throw new IOException("A packet of " + length + " bytes is none of the debugger's protocol");
            }
            byte[] packet = new byte[length];
            packet[0] = (byte) (length >>> 24);
            packet[1] = (byte) (length >>> 16);
            packet[2] = (byte) (length >>> 8);
            packet[3] = (byte) length;
            in.readFully(packet, 4, length - 4);
            return packet;
        }
    }

    @Override
    public void writePacket(byte[] packet) throws IOException {
        synchronized (writing) {
            out.write(packet);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }
}
