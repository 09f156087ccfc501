package io.jotter.server.magics;

/** Neither side has a magic of that name. */
public final class UnknownInWorkerException extends MagicException {
    private static final long serialVersionUID = 1;

    public UnknownInWorkerException(MagicCall call) {
        super("There is no magic " + call.shownName() + ".");
    }
}
