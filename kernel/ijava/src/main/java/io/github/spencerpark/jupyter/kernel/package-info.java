/** What a kernel offers to a notebook under these names. */
@NullMarked
package io.github.spencerpark.jupyter.kernel;

import org.jspecify.annotations.NullMarked;
