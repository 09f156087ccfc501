package io.jotter.server.handlers;

import java.util.regex.Pattern;

/** A pattern over a whole text: {@code *} for anything, {@code ?} for one character, all else for itself. */
final class Glob {
    private final Pattern pattern;

    Glob(String glob) {
        StringBuilder regex = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        for (char c : glob.toCharArray()) {
            if (c != '*' && c != '?') {
                literal.append(c);
                continue;
            }
            regex.append(Pattern.quote(literal.toString()));
            literal.setLength(0);
            // runs of stars are one: each more would multiply the time that a mismatch takes
            if (c == '?') {
                regex.append('.');
            } else if (!regex.toString().endsWith(".*")) {
                regex.append(".*");
            }
        }
        regex.append(Pattern.quote(literal.toString()));
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
