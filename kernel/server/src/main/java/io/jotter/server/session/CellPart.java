package io.jotter.server.session;

import java.util.List;

/** A piece of a cell: Java, or a magic between it. */
sealed interface CellPart {
    /**
     * @param line the cell's line on which the text starts, from 1
     */
    record JavaPart(String text, int line) implements CellPart {}

    record LineMagic(String name, List<String> arguments, int line) implements CellPart {}

    record CellMagic(String name, List<String> arguments, String body) implements CellPart {}
}
