package io.jotter.server.session;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables, parameters and methods that the cell's own text declares: JShell completes no name that is local to
 * a method or not yet run. Goes by the text alone, so a name whose block has ended is still among them.
 */
final class DeclaredNames {
    private static final Pattern DECLARED = Pattern.compile(
            "(?<![\\w.])(?!(?:return|new|throw|else|case|import|package|class|interface|enum|record|extends|implements"
                    + "|instanceof|yield|goto|assert|throws)\\b)"
                    + "[A-Za-z_$][\\w.$]*(?:\\s*<[^;(){}=]*>)?(?:\\s*\\[\\s*])*(?:\\s*\\.\\.\\.)?"
                    + "\\s+([A-Za-z_$][\\w$]*)\\s*(?:[=;:,)]|(\\()[^(){};=]*\\)[^(){};=]*\\{)");
    private static final Pattern LAMBDA = Pattern.compile("\\b([A-Za-z_$][\\w$]*)\\s*->");
    private static final Pattern BEGUN = Pattern.compile("(?<![\\w$])([A-Za-z_$][\\w$]*)?\\z");
    private static final Pattern MEMBER = Pattern.compile("(?:\\.|::)\\s*\\w*\\z");

    private DeclaredNames() {}

    /** The name that is being written at the end, perhaps not yet begun. */
    static String begun(String java) {
        Matcher begun = BEGUN.matcher(java);
        return begun.find() && begun.group(1) != null ? begun.group(1) : "";
    }

    /** Those that could stand at the end, in the order of the text; a method with its opening parenthesis. */
    static Set<String> fitting(String java) {
        Set<String> names = new LinkedHashSet<>();
        String begun = begun(java);
        if (MEMBER.matcher(java).find()) {
            return names;
        }
        String code = JavaTokens.codeOnly(java.substring(0, java.length() - begun.length()));
        Matcher declared = DECLARED.matcher(code);
        int from = 0;
        while (declared.find(from)) {
            names.add(declared.group(1) + (declared.group(2) == null ? "" : "("));
            // a parameter list belongs to the method's match, and is to be read too
            from = declared.end(1);
        }
        Matcher lambda = LAMBDA.matcher(code);
        while (lambda.find()) {
            names.add(lambda.group(1));
        }
        names.removeIf(name -> !name.startsWith(begun));
        return names;
    }
}
