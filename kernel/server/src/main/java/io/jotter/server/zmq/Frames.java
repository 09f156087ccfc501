package io.jotter.server.zmq;

import java.util.List;
import org.zeromq.ZMQ;

/** Multipart messages on a socket. */
final class Frames {
    private Frames() {}

    static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }
}
