package io.jotter.server.engine;

/**
 * A variable of the notebook's.
 *
 * @param type as it was written or inferred
 * @param holder the class of which it is a static field
 */
public record HeldVariable(String name, String type, String holder) {}
