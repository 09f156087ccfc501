package io.jotter.server.zmq;

import java.util.List;
import org.zeromq.ZMQ;

/** Multipart messages on a socket. */
final class Frames {
    private Frames() {}

    /** False if some peer has no room for another message, and the socket drops none; nothing was sent then. */
    static boolean sendIfThereIsRoom(ZMQ.Socket socket, List<byte[]> frames) {
        int more = frames.size() > 1 ? ZMQ.SNDMORE : 0;
        // once its first frame is taken, the whole message is
        if (!socket.send(frames.get(0), ZMQ.DONTWAIT | more)) {
            return false;
        }
        send(socket, frames.subList(1, frames.size()));
        return true;
    }

    static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }
}
