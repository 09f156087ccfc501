package io.jotter.server.magics;

import java.util.List;

/** A command that stands in front of the language: {@code %name arguments}, {@code %%name} with the rest of its cell. */
public interface Magic {
    /** Without per cent signs; the first is the one shown, the others mean the same. */
    List<String> names();

    /** Where it runs. */
    Side side();

    MagicKind kind();

    /** One line: how it is written and what it does. Shown by errors and by {@code %help}. */
    String usage();

    /**
     * What the argument that is being written could become, whole arguments each; empty where nothing is known.
     *
     * @param argument what is written of it so far
     */
    default List<String> completions(String argument, MagicContext context) {
        return List.of();
    }

    /**
     * Runs the command. A command that fails leaves the notebook as it was.
     *
     * @throws MagicException if it is used wrongly or fails; the message says what failed and what to do
     */
    MagicValue run(MagicCall call, MagicContext context) throws MagicException;
}
