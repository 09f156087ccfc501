package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a magic's line at blanks; quotes group, and a backslash takes a quote literally. */
final class MagicArguments {
    /** Those that get their line as it is: quotes, blanks and backslashes mean something of their own there. */
    private static final Set<String> WHOLE_LINE = Set.of("sh", "bash", "system", "exec", "time", "timeit", "bench");

    private MagicArguments() {}

    static boolean takesWholeLine(String name) {
        return WHOLE_LINE.contains(name);
    }

    /** The arguments of a line magic of this name. */
    static List<String> of(String name, String line) {
        if (!WHOLE_LINE.contains(name)) {
            return split(line);
        }
        return line.isBlank() ? List.of() : List.of(line.strip());
    }

    static List<String> split(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                current.append('"');
                begun = true;
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (begun) {
                    arguments.add(current.toString());
                }
                current.setLength(0);
                begun = false;
            } else {
                current.append(c);
                begun = true;
            }
        }
        if (begun) {
            arguments.add(current.toString());
        }
        return arguments;
    }
}
