package io.jotter.server.session;

import io.jotter.server.magics.MagicException;

/** A magic was ended by an interrupt. */
@SuppressWarnings("serial")
final class MagicInterruptedException extends MagicException {
    MagicInterruptedException() {
        super("The magic was interrupted.");
    }
}
