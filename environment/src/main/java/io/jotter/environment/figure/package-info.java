/**
 * Pictures that chapters of the course share: drawn as SVG or HTML in the page's own colours, each with a text
 * alternative, without a network. Knows numbers, and nothing of the network that made them.
 */
@NullMarked
package io.jotter.environment.figure;

import org.jspecify.annotations.NullMarked;
