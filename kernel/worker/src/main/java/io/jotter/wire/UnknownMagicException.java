package io.jotter.wire;

/** The worker has no magic of that name. The front, which asks when it has none either, knows the answer by this type. */
public final class UnknownMagicException extends RuntimeException {
    public UnknownMagicException(String name) {
        super("The worker has no magic named " + name);
    }
}
