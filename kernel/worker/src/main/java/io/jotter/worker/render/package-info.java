/** How values look: finds the renderer for a value, and shows what needs no library. Knows no wire and no cell. */
@NullMarked
package io.jotter.worker.render;

import org.jspecify.annotations.NullMarked;
