/** Tests of the wire over real sockets. */
@NullMarked
package io.jotter.wire;

import org.jspecify.annotations.NullMarked;
