package io.jotter.server.magics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A magic as written in a cell.
 *
 * @param name without per cent signs
 * @param arguments split at blanks, quotes already taken off
 * @param body the rest of the cell for {@code %%name}, null for {@code %name}
 */
public record MagicCall(
        String name, List<String> arguments, @Nullable String body) {
    public MagicCall {
        arguments = List.copyOf(arguments);
    }

    /** Whether it stands alone in a block of Java: the parser then puts a per cent sign before its name. */
    public boolean isStatement() {
        return name.startsWith("%");
    }

    /** Without that sign. */
    public MagicCall asStatement() {
        return isStatement() ? new MagicCall(name.substring(1), arguments, body) : this;
    }

    /** As the user wrote it, per cent signs included. */
    public String shownName() {
        return (body == null ? "%" : "%%") + name;
    }
}
