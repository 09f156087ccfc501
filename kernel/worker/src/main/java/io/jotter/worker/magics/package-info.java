/** Magics that run beside the user's objects. Those that act on the compiler or the class path are the front's. */
@NullMarked
package io.jotter.worker.magics;

import org.jspecify.annotations.NullMarked;
