package io.github.spencerpark.jupyter.kernel.magic.registry;

/** Arguments that a magic does not take; the message says which and why. */
public class MagicArgsParseException extends RuntimeException {
    public MagicArgsParseException(String message) {
        super(message);
    }
}
