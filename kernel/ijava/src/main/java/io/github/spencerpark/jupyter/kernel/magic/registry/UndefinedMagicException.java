package io.github.spencerpark.jupyter.kernel.magic.registry;

/** There is no magic of that name, or none of that kind. */
public class UndefinedMagicException extends RuntimeException {
    public UndefinedMagicException(String magicName, boolean isLineMagic) {
        super("There is no " + (isLineMagic ? "line magic %" : "cell magic %%") + magicName + ".");
    }
}
