package io.jotter.server.engine;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port at which a debug agent calls. A Jupyter server asks the system for free ports and hands them to a kernel that has
 * yet to come up: where many kernels start at once, a port that the system hands out may be promised to another of them.
 * So it is taken from below all that systems hand out.
 */
final class DebuggerPort {
    private static final Logger LOG = LoggerFactory.getLogger(DebuggerPort.class);

    static final int FIRST = 20_000;
    static final int LAST = 32_767;

    private static final int TRIES = 20;
    private static final int CALLERS = 8;

    private DebuggerPort() {}

    static ServerSocket listen() throws IOException {
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                return at(ThreadLocalRandom.current().nextInt(FIRST, LAST + 1));
            } catch (BindException taken) {
                LOG.debug("Port taken; another one will be free: {}", taken.getMessage());
            }
        }
        return at(0);
    }

    private static ServerSocket at(int port) throws IOException {
        return new ServerSocket(port, CALLERS, InetAddress.getLoopbackAddress());
    }
}
