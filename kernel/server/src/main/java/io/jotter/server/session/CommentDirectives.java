package io.jotter.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JBang's {@code //DEPS} and {@code //REPOS} in the comments at the start of a cell: what a script needs, said in a way that
 * other tools read over.
 */
final class CommentDirectives {
    private static final Pattern DIRECTIVE = Pattern.compile("//(DEPS|REPOS)\\s+(.*?)(?:\\s+//.*)?");
    /** Not that of a range of versions. */
    private static final Pattern COMMA = Pattern.compile(",(?![^\\[(]*[\\])])");

    private CommentDirectives() {}

    /** The magics that they stand for, to be run before the cell's code: the repositories, then the libraries together. */
    static List<CellPart> in(String code) {
        List<String> repositories = new ArrayList<>();
        List<String> libraries = new ArrayList<>();
        int firstRepository = 0;
        int firstLibrary = 0;
        int line = 0;
        int at = 0;
        while (at < code.length()) {
            int end = code.indexOf('\n', at);
            String text = code.substring(at, end < 0 ? code.length() : end).strip();
            line++;
            at = end < 0 ? code.length() : end + 1;
            if (!text.isEmpty() && !text.startsWith("//")) {
                break;
            }
            Matcher directive = DIRECTIVE.matcher(text);
            if (!directive.matches()) {
                continue;
            }
            List<String> arguments =
                    MagicArguments.split(COMMA.matcher(directive.group(2)).replaceAll(" "));
            if (directive.group(1).equals("DEPS")) {
                firstLibrary = libraries.isEmpty() ? line : firstLibrary;
                libraries.addAll(arguments);
            } else {
                firstRepository = repositories.isEmpty() ? line : firstRepository;
                repositories.addAll(arguments);
            }
        }
        List<CellPart> parts = new ArrayList<>();
        if (!repositories.isEmpty()) {
            parts.add(new CellPart.LineMagic("mavenRepo", repositories, firstRepository));
        }
        if (!libraries.isEmpty()) {
            parts.add(new CellPart.LineMagic("maven", libraries, firstLibrary));
        }
        return parts;
    }
}
