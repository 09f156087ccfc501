/** Magics as newer versions of JJava have them: each gets the kernel. */
@NullMarked
package org.dflib.jjava.jupyter.kernel.magic;

import org.jspecify.annotations.NullMarked;
