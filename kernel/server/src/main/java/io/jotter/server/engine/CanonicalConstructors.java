package io.jotter.server.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * Lets a record in a cell have a canonical constructor without a modifier, as in a file. JShell makes every type public
 * behind the reader's back, and the language wants the constructor to be no less open than its record; so the modifier
 * that is missing is written where the compiler misses it.
 *
 * @param source what is compiled
 * @param insertions where something was put in that the reader did not write, in {@code source}, ascending
 */
record CanonicalConstructors(String source, List<Integer> insertions) {
    private static final String CODE = "compiler.err.invalid.canonical.constructor.in.record";
    private static final String MODIFIER = "public ";

    /** An access that the reader has chosen is a real mistake. */
    private static final Pattern HAS_ACCESS =
            Pattern.compile("(?:@[\\w.]+\\s*(?:\\([^)]*\\)\\s*)?)*(?:private|protected|public)\\b");

    static CanonicalConstructors asWritten(String source) {
        return new CanonicalConstructors(source, List.of());
    }

    /** With the constructor opened at which the compiler stopped; empty if it stopped at something else. */
    Optional<CanonicalConstructors> amended(List<Diag> diagnostics) {
        for (Diag diagnostic : diagnostics) {
            int at = (int) diagnostic.getStartPosition();
            boolean canonical = diagnostic.getCode().equals(CODE) && at >= 0 && at < source.length();
            if (canonical
                    && !insertions.contains(at)
                    && !HAS_ACCESS.matcher(source).region(at, source.length()).lookingAt()) {
                List<Integer> more = new ArrayList<>();
                for (int earlier : insertions) {
                    more.add(earlier < at ? earlier : earlier + MODIFIER.length());
                }
                more.add(at);
                more.sort(null);
                return Optional.of(
                        new CanonicalConstructors(source.substring(0, at) + MODIFIER + source.substring(at), more));
            }
        }
        return Optional.empty();
    }

    /** From a position in {@link #source} to one in what the reader wrote. */
    int asWritten(int position) {
        int shift = 0;
        for (int insertion : insertions) {
            shift += Math.max(0, Math.min(position - insertion, MODIFIER.length()));
        }
        return position - shift;
    }
}
