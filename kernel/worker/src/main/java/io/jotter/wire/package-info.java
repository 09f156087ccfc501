/**
 * The wire between the kernel process and its worker: length-prefixed binary frames over one socket, multiplexed by
 * call and re-entrant. Knows what travels, not what is done with it; neither ZeroMQ nor JSON nor JShell.
 */
@NullMarked
package io.jotter.wire;

import org.jspecify.annotations.NullMarked;
