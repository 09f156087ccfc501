/** Runs commands of the operating system and sees to their end. Knows nothing of magics, cells or Jupyter. */
@NullMarked
package io.jotter.server.magics.shell;

import org.jspecify.annotations.NullMarked;
