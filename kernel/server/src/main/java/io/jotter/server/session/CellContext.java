package io.jotter.server.session;

import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * What of a cell counts at its end, in forms that JShell analyses.
 *
 * @param whole the unfinished snippet below the variables, statements and classes above it
 * @param last the unfinished snippet alone
 * @param alone whether only {@link #last} makes sense to JShell: it is an import or a method
 */
record CellContext(String whole, String last, boolean alone) {
    private static final String MODIFIERS =
            "(?:@\\w[\\w.]*\\s+|(?:public|protected|private|static|final|abstract|sealed|non-sealed|strictfp)\\s+)*";
    private static final Pattern IMPORT = Pattern.compile("import\\s.*", Pattern.DOTALL);
    private static final Pattern METHOD = Pattern.compile(
            MODIFIERS + "(?!(?:new|return|throw|else|if|for|while|do|try|switch|synchronized|case|yield|assert"
                    + "|class|interface|enum|record)\\b)"
                    + "(?:<[^(){}=;]*>\\s*)?[\\w.]+(?:\\s*<[^(){}=;]*>)?(?:\\s*\\[\\s*])*\\s+\\w+\\s*\\([^{}=;]*\\)"
                    + "[^{}=;()]*\\{.*",
            Pattern.DOTALL);
    private static final Pattern NOT_ON_LOCALS =
            Pattern.compile("\\A((?:@\\w+\\s+|final\\s+|abstract\\s+)*)(?:public|protected|private|static)\\b");

    /** Of the cell's Java, which ends where the cursor stands. */
    static CellContext of(SourceCodeAnalysis shell, String java) {
        // a statement in front makes JShell take classes for local ones
        StringBuilder kept = new StringBuilder("assert true;");
        String rest = java;
        while (true) {
            CompletionInfo info = shell.analyzeCompletion(rest);
            if (info.completeness() != SourceCodeAnalysis.Completeness.COMPLETE) {
                break;
            }
            String remaining = info.remaining();
            if (remaining.isBlank() && !rest.stripTrailing().matches("(?s).*[;}]")) {
                // an expression counts as whole long before the reader is done with it
                break;
            }
            String snippet = code(rest.substring(0, rest.length() - remaining.length()));
            if (!IMPORT.matcher(snippet).matches() && !METHOD.matcher(snippet).matches()) {
                kept.append('\n').append(asLocal(snippet));
            }
            rest = remaining;
            if (remaining.isBlank()) {
                break;
            }
        }
        String last = code(rest);
        boolean alone = IMPORT.matcher(last).matches() || METHOD.matcher(last).matches();
        return new CellContext(kept + "\n" + asLocal(rest), rest, alone);
    }

    /** The forms to ask for in turn, until one answers. */
    List<String> forms() {
        return alone ? List.of(last) : List.of(whole, last);
    }

    /** Without the blanks and comments in front. */
    private static String code(String snippet) {
        int at = 0;
        while (at < snippet.length()) {
            if (JavaTokens.isComment(snippet, at)) {
                at = JavaTokens.end(snippet, at);
            } else if (Character.isWhitespace(snippet.charAt(at))) {
                at++;
            } else {
                break;
            }
        }
        return snippet.substring(at);
    }

    /** Takes off the modifiers that a snippet may have and a local declaration may not. */
    private static String asLocal(String snippet) {
        String local = code(snippet);
        String before;
        do {
            before = local;
            local = NOT_ON_LOCALS.matcher(local).replaceFirst("$1").stripLeading();
        } while (!local.equals(before));
        return local;
    }
}
