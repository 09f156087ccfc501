/** Extensions: libraries that set a notebook up. */
@NullMarked
package org.dflib.jjava.jupyter;

import org.jspecify.annotations.NullMarked;
