/** The kernel as IJava's notebooks reach it. Knows Jotter's API alone. */
@NullMarked
package io.github.spencerpark.ijava;

import org.jspecify.annotations.NullMarked;
