package io.jotter.server.magics;

/** How a magic is written. */
public enum MagicKind {
    /** {@code %name arguments}, to the end of the line. */
    LINE,
    /** {@code %%name arguments}, with the rest of the cell as its body. */
    CELL,
    BOTH;

    boolean allows(MagicCall call) {
        return switch (this) {
            case LINE -> call.body() == null;
            case CELL -> call.body() != null;
            case BOTH -> true;
        };
    }
}
