/** Tests of the kernel process as a whole: the directions between its packages. */
@NullMarked
package io.jotter.server;

import org.jspecify.annotations.NullMarked;
