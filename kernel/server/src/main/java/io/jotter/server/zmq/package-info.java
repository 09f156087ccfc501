/**
 * Jupyter's sockets: signed frames in and out, one thread a socket. Knows nothing of what a message means, of the
 * session, or of Java in cells.
 */
@NullMarked
package io.jotter.server.zmq;

import org.jspecify.annotations.NullMarked;
