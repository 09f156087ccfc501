package io.jotter.server.magics;

/**
 * A variable of the notebook's.
 *
 * @param type as it was written or inferred
 * @param holder the class of which it is a static field, in the worker
 */
public record Variable(String name, String type, String holder) {}
