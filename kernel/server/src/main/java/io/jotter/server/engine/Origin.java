package io.jotter.server.engine;

/**
 * Where a snippet stands on the page.
 *
 * @param file the name of the cell in stack traces, {@code In [3]}
 * @param line the cell's line on which the snippet starts, from 1
 */
public record Origin(String file, int line) {}
