/** Representations of texts, pictures and addresses that notebooks hand on to. */
@NullMarked
package io.github.spencerpark.jupyter.kernel.display.common;

import org.jspecify.annotations.NullMarked;
