/** Representations of values, and how a notebook registers its own. Knows nothing of the page. */
@NullMarked
package io.github.spencerpark.jupyter.kernel.display;

import org.jspecify.annotations.NullMarked;
