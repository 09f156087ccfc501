/** Tests of how values look. */
@NullMarked
package io.jotter.worker.render;

import org.jspecify.annotations.NullMarked;
