/** Tests of Jupyter's sockets. */
@NullMarked
package io.jotter.server.zmq;

import org.jspecify.annotations.NullMarked;
