/** The form of notebooks' files. Knows JSON and nothing of the kernel. */
@NullMarked
package io.jotter.server.ipynb;

import org.jspecify.annotations.NullMarked;
