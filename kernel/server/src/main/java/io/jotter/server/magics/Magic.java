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

    /** What there is to know beside {@link #usage}: options, what it does not do, an example. Shown by {@code %name?}. */
    default String help() {
        return "";
    }

    /**
     * What the argument under the cursor could become.
     *
     * @param argument as far as it is written, empty behind a blank
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
