/**
 * Stand-ins for both sides of a kernel: a client that speaks the protocol over real sockets, and workers that die, hang
 * and lie. Knows the protocol from its specification only, and nothing of the server's classes.
 */
@NullMarked
package io.jotter.testkit;

import org.jspecify.annotations.NullMarked;
