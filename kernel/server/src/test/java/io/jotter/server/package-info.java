/** Tests of the kernel process as a whole, and what those of its packages share. */
@NullMarked
package io.jotter.server;

import org.jspecify.annotations.NullMarked;
