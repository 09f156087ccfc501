/** Who owns the arrays of a notebook, and when they go. Knows DJL, and nothing of how a notebook is run or shown. */
@NullMarked
package io.jotter.environment.array;

import org.jspecify.annotations.NullMarked;
