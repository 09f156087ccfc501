package io.jotter.server.zmq;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Sends back whatever comes, on a thread of its own: a client takes silence for death. It ends when the context is
 * terminated, and has no other end.
 */
public final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final ZMQ.Socket socket;
    private final Thread thread;

    /**
     * Binds the socket.
     *
     * @throws ZMQException if the address is taken
     */
    public Heartbeat(ZMQ.Context context, String address, FrameRoom room) {
        socket = context.socket(SocketType.ROUTER);
        socket.setLinger(0);
        room.forBeats(socket);
        socket.bind(address);
        thread = new Thread(this::run, "jotter-heartbeat");
        thread.setDaemon(true);
    }

    /** The port that the socket is bound to. */
    public int port() {
        return Ports.of(socket);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                List<byte[]> frames = new ArrayList<>();
                do {
                    byte[] frame = socket.recv();
                    if (frame == null) {
                        return; // the context was terminated
                    }
                    frames.add(frame);
                } while (socket.hasReceiveMore());
                Frames.send(socket, frames);
            }
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                LOG.error("The heartbeat has ended: {}", e.getMessage(), e);
            }
        } finally {
            socket.close();
        }
    }
}
