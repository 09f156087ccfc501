/**
 * What a notebook or an extension compiles against: values that know how they look, renderers for those that do not,
 * and the functions that every cell can call. Knows neither Jupyter's messages nor the process that runs the cell.
 */
@NullMarked
package io.jotter.api;

import org.jspecify.annotations.NullMarked;
