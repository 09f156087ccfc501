package io.jotter.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Where the front listens for its worker: a Unix-domain socket in a private directory, or, where there are none,
 * a loopback port. Either way the worker has to name the token that it was handed through its standard input.
 */
public sealed interface Endpoint {
    /** Longest path that macOS allows for a socket, with room for the closing zero. */
    int LONGEST_PATH = 103;

    /** The name of the socket in the front's folder. */
    String SOCKET = "wire";

    record Unix(Path path) implements Endpoint {}

    record Loopback(int port) implements Endpoint {}

    /** Binds a Unix-domain socket at the path where that can be had, else a loopback port. */
    static ServerSocketChannel listen(Path path) throws IOException {
        if (path.toString().length() <= LONGEST_PATH) {
            try {
                ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                return server.bind(UnixDomainSocketAddress.of(path), 1);
            } catch (UnsupportedOperationException | IOException noSuchSockets) {
                return listenOnLoopback();
            }
        }
        return listenOnLoopback();
    }

    /** Binds a loopback port of the system's choice. */
    static ServerSocketChannel listenOnLoopback() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    /** The endpoint at which a server listens. */
    static Endpoint of(ServerSocketChannel server) throws IOException {
        SocketAddress address = server.getLocalAddress();
        return address instanceof UnixDomainSocketAddress unix
                ? new Unix(unix.getPath())
                : new Loopback(((InetSocketAddress) address).getPort());
    }

    /** Reads what {@link #toText} wrote. */
    static Endpoint parse(String text) {
        return text.startsWith("unix:")
                ? new Unix(Path.of(text.substring("unix:".length())))
                : new Loopback(Integer.parseInt(text.substring("port:".length())));
    }

    default String toText() {
        if (this instanceof Unix unix) {
            return "unix:" + unix.path();
        }
        return "port:" + ((Loopback) this).port();
    }

    /** Connects to the front. */
    default SocketChannel connect() throws IOException {
        if (this instanceof Unix unix) {
            return SocketChannel.open(UnixDomainSocketAddress.of(unix.path()));
        }
        SocketChannel socket =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), ((Loopback) this).port()));
        // Frames are written whole, so waiting to fill a packet would only delay them.
        socket.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        return socket;
    }
}
