/**
 * The kernel process: puts the parts together and ends them again. The only place that knows them all; holds nothing of
 * what they do.
 */
@NullMarked
package io.jotter.server.app;

import org.jspecify.annotations.NullMarked;
