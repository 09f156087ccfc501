/** Commands of the notebook; knows the engine's requests only through MagicContext, never Jupyter messages. */
@NullMarked
package io.jotter.server.magics;

import org.jspecify.annotations.NullMarked;
