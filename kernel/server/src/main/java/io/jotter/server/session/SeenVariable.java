package io.jotter.server.session;

/**
 * A variable, or a part of a value, as a panel shows it.
 *
 * @param value in a line
 * @param reference by which its parts can be asked for; 0: it has none
 * @param size how many parts it has
 */
public record SeenVariable(String name, String type, String value, int reference, int size) {}
