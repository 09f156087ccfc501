package io.jotter.server.session;

import io.jotter.server.engine.SnippetOutcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to do about a compile error where a cell is not a file, or this Java not the one that the reader has in mind. */
final class Advice {
    /**
     * What a later Java has, as it shows in an error of an earlier one.
     *
     * @param since the first Java that has it for good
     */
    private record Feature(int since, String name, Pattern code, Pattern message) {
        Feature(int since, String name, String code, String message) {
            this(since, name, Pattern.compile(code), Pattern.compile(message));
        }
    }

    private static final String ANY = "";
    private static final List<Feature> LATER = List.of(
            new Feature(25, "import module", "\\bimport\\s+module\\s", ANY),
            new Feature(25, "statements before super() or this()", "\\b(super|this)\\s*\\(", "must be first statement"),
            new Feature(22, "_ as a name that is not used", "\\b_\\b", "'_'|_ is"),
            new Feature(
                    21, "record patterns", "\\b(case|instanceof)\\s+[\\w.]+\\s*(<[^>]*>)?\\s*\\([^)]*\\w\\s+\\w", ANY),
            new Feature(21, "patterns in switch", ANY, "patterns in switch|null in switch"));

    private static final Pattern PACKAGE = Pattern.compile("\\A\\s*package\\s+[\\w.]+\\s*;");
    private static final Pattern CONTINUED =
            Pattern.compile("\\A\\s*(else|catch|finally|case|default\\s*(:|->))\\b.*", Pattern.DOTALL);
    private static final Pattern CLOSED = Pattern.compile("\\A\\s*[})\\]].*", Pattern.DOTALL);

    private Advice() {}

    /** A sentence, if there is more to say than the compiler has. */
    static Optional<String> on(List<SnippetOutcome.Problem> problems, String snippet) {
        String code = JavaTokens.codeOnly(snippet);
        String message = problems.isEmpty() ? "" : problems.get(0).message();
        if (PACKAGE.matcher(code).find()) {
            return Optional.of("A cell has no package line: leave it out. What cells declare is in one package and sees"
                    + " each other.");
        } else if (message.matches("non-static variable (this|super) .*")) {
            return Optional.of(
                    "A cell's code belongs to no object: this and super have a meaning within a class only.");
        } else if (message.equals("Modifier 'synchronized' not permitted")) {
            return Optional.of(
                    "A method of a cell belongs to no object: put synchronized (lock) { … } around its body.");
        } else if (message.startsWith("return outside") || message.contains("missing return value")) {
            return Optional.of(
                    "A cell shows the value of its last line: write the value alone. What is to be left early"
                            + " belongs in a method.");
        } else if (CONTINUED.matcher(code).matches()) {
            return Optional.of(
                    "This goes on with a statement that has ended: both belong in one cell, one after the other.");
        } else if (CLOSED.matcher(code).matches()) {
            return Optional.of("This bracket closes none that this cell has opened.");
        }
        return later(code, message);
    }

    private static Optional<String> later(String code, String message) {
        int running = Runtime.version().feature();
        String preview =
                "%jvm --enable-preview turns on what is in preview in Java " + running + "; it starts the worker anew.";
        boolean inPreview = message.contains("disabled by default");
        return LATER.stream()
                .filter(feature -> feature.since() > running)
                .filter(feature -> feature.code().matcher(code).find()
                        && feature.message().matcher(message).find())
                .findFirst()
                .map(feature -> "Java " + feature.since() + " and newer have this (" + feature.name()
                        + "); this kernel runs on Java " + running
                        + ". Install it on a newer JDK: jotter install --java-home …"
                        + (inPreview ? " Or: " + preview : ""))
                .or(() -> inPreview ? Optional.of(preview) : Optional.empty());
    }
}
