package io.jotter.server.session;

import java.util.List;

/**
 * What could stand in place of {@code code[start, end)}.
 *
 * @param matches best first
 * @param start in UTF-16 units, as Java counts
 * @param end in UTF-16 units
 */
public record Completions(List<Match> matches, int start, int end) {
    /**
     * One of them.
     *
     * @param text what to insert
     * @param type its kind, as JupyterLab's icons name it: {@code function}, {@code class}, {@code keyword}…; may be
     *     empty
     * @param signature what it is in more words; may be empty
     */
    public record Match(String text, String type, String signature) {}
}
