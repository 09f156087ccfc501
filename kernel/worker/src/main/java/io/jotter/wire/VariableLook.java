package io.jotter.wire;

/**
 * What is seen of a variable, or of a part of a value.
 *
 * @param value in a line
 * @param reference by which its parts can be asked for; 0: it has none
 * @param size how many parts it has
 */
public record VariableLook(String name, String type, String value, int reference, int size) {}
