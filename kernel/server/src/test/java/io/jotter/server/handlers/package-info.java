/** Tests of the answers, over real sockets and with a session that is scripted. */
@NullMarked
package io.jotter.server.handlers;

import org.jspecify.annotations.NullMarked;
