/** Tests of what a notebook compiles against. */
@NullMarked
package io.jotter.api;

import org.jspecify.annotations.NullMarked;
