/** The functions that a cell of IJava's calls without an import, where Jotter's own differ from them. */
@NullMarked
package io.github.spencerpark.ijava.runtime;

import org.jspecify.annotations.NullMarked;
