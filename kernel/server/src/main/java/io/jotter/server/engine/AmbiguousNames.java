package io.jotter.server.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * Simple names that two imports on demand both have, as {@code List} after {@code import java.awt.*}.
 *
 * @param preloaded the packages that were imported before the reader wrote anything
 */
record AmbiguousNames(List<String> preloaded) {
    private static final Pattern SIMPLE_NAME = Pattern.compile("\\w+");

    /** What the first such name may mean, in full: first what the reader imported, then what was preloaded. Mostly empty. */
    List<String> meanings(String source, List<Diag> diagnostics) {
        for (Diag diagnostic : diagnostics) {
            if (diagnostic.getCode().equals("compiler.err.ref.ambiguous")) {
                int start = (int) diagnostic.getStartPosition();
                int end = (int) diagnostic.getEndPosition();
                Matcher name = SIMPLE_NAME.matcher(source);
                if (start >= 0 && end <= source.length() && name.find(start)) {
                    return candidates(diagnostic.getMessage(Locale.ENGLISH), name.group());
                }
            }
        }
        return List.of();
    }

    private List<String> candidates(String message, String simpleName) {
        return Pattern.compile("(?:\\w+\\.)+" + Pattern.quote(simpleName) + "\\b")
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted(Comparator.comparing(name -> preloaded.contains(name.substring(0, name.lastIndexOf('.')))))
                .toList();
    }
}
