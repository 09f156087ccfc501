package io.jotter.server.magics;

/**
 * A cell that was run.
 *
 * @param number the execution count
 */
public record RanCell(int number, String source) {}
