/** Tests of the engine's parts, over real processes where a process is what they are about. */
@NullMarked
package io.jotter.server.engine;

import org.jspecify.annotations.NullMarked;
