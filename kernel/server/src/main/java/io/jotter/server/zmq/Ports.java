package io.jotter.server.zmq;

import org.zeromq.ZMQ;

/** Which port the system picked for a socket bound to port 0. */
final class Ports {
    private Ports() {}

    static int of(ZMQ.Socket socket) {
        String endpoint = socket.getLastEndpoint();
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }
}
