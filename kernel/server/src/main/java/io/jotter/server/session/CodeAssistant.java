package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/** Completion, documentation and completeness, as JShell has them, over whole cells and with magics. */
final class CodeAssistant {
    private static final Pattern NAME_AFTER = Pattern.compile("\\G\\w*");
    private static final Pattern NAMES_BEFORE = Pattern.compile("[\\w.]*\\w\\z");
    /** Time and bench have Java behind their name, and bench options before it. */
    private static final Pattern JAVA_LINE = Pattern.compile(
            "((?:^|\\n)[ \\t]*)(%(?:time|bench|timeit)[ \\t]+(?:-[wn][ \\t]+\\d+[ \\t]+)*)([^\\n]*)\\z");

    private static final String INDENT = "    ";
    private static final int MOST_KEPT = 500;

    private final Analysis analysis;
    private final MagicAssistant magics;
    private final Signatures signatures;
    private final Surroundings surroundings;

    /** From a signature to its documentation comment; used with JShell's lock held. */
    private final Map<String, String> read = new HashMap<>();

    /** Asks JShell, which one at a time may do. */
    @FunctionalInterface
    interface Analysis {
        <T> T with(Function<SourceCodeAnalysis, T> query);
    }

    CodeAssistant(Analysis analysis, MagicAssistant magics, LibraryJavadoc libraries, Surroundings surroundings) {
        this.analysis = analysis;
        this.magics = magics;
        this.surroundings = surroundings;
        this.signatures = new Signatures(new OwnJavadoc(surroundings::declarations), libraries);
    }

    /** Asks what nobody wants to know: the first answers of each kind take as long as all of a cell. */
    void warmUp() {
        String code = "java.util.List.of(1).size";
        complete(code, code.length());
        inspect(code, code.length(), 1);
    }

    /** What could stand at the cursor; variables, statements and classes above it count as if they had run. */
    Completions complete(String code, int cursor) {
        String before = code.substring(0, cursor);
        return body(before)
                .map(body -> shifted(complete(body, body.length()), before.length() - body.length()))
                .or(() -> magics.complete(before))
                .orElseGet(() -> completeJava(before, cursor));
    }

    private Completions completeJava(String before, int cursor) {
        Optional<String> java = java(before);
        return java.flatMap(text -> FilesInText.at(text, cursor, surroundings.folder()))
                .or(() -> java.filter(text -> !JavaTokens.endsInside(text))
                        .map(text -> analysis.with(shell -> new Suggestions(shell, surroundings).at(text, cursor))))
                .orElseGet(() -> new Completions(List.of(), cursor, cursor));
    }

    private static Completions shifted(Completions found, int by) {
        return new Completions(found.matches(), found.start() + by, found.end() + by);
    }

    /** What stands below a cell magic over Java: a cell of its own. */
    private static Optional<String> body(String code) {
        return CellParser.parse(code).stream()
                .filter(part -> part instanceof CellPart.CellMagic magic
                        && code.contains("\n")
                        && MagicAssistant.takesJava(magic.name()))
                .map(part -> ((CellPart.CellMagic) part).body())
                .findFirst();
    }

    /** The Java that ends where this code does; none on the line of a magic and in a cell magic of another language. */
    private static Optional<String> java(String before) {
        // behind the name of a magic over Java stands Java, below what stands above
        Matcher line = JAVA_LINE.matcher(before);
        return CellParser.javaUpToEnd(line.find() ? before.substring(0, line.start(2)) + line.group(3) : before);
    }

    /**
     * The name at the cursor, else the call around it: signatures, and documentation, that of the first alone unless there is
     * to be detail. JupyterLab's tooltip asks for none.
     */
    Optional<MimeBundle> inspect(String code, int cursor, int detail) {
        Optional<String> body = body(code).filter(each -> code.length() - each.length() <= cursor);
        if (body.isPresent()) {
            return inspect(body.get(), cursor - (code.length() - body.get().length()), detail);
        }
        return magics.inspect(code, cursor).or(() -> inspectJava(code, cursor, detail));
    }

    private Optional<MimeBundle> inspectJava(String code, int cursor, int detail) {
        Matcher rest = NAME_AFTER.matcher(code);
        int end = rest.find(cursor) ? rest.end() : cursor;
        Optional<MimeBundle> named = inspect(code.substring(0, end), code.startsWith("(", end), detail > 0);
        return named.isPresent() || end == cursor ? named : inspect(code.substring(0, cursor), false, detail > 0);
    }

    private Optional<MimeBundle> inspect(String before, boolean called, boolean all) {
        return java(before)
                .filter(java -> !JavaTokens.endsInside(java))
                .flatMap(java -> analysis.with(shell -> known(shell, java, called)))
                // outside of JShell's lock: a source may have to be fetched
                .map(known -> known.found().isEmpty() ? known.type() : signatures.of(known.found(), known.call(), all));
    }

    /**
     * What stands at a place: something documented, or else an expression of some type.
     *
     * @param call the call of it that is being written, if one is
     */
    private record Known(
            List<Documentation> found, @Nullable OpenCall call, MimeBundle type) {}

    private Optional<Known> known(SourceCodeAnalysis shell, String java, boolean called) {
        List<String> forms = CellContext.of(shell, java).forms();
        for (String form : forms) {
            List<Documentation> found = atName(shell, form, called);
            Optional<OpenCall> call = OpenCall.in(form);
            boolean atName = NAMES_BEFORE.matcher(form).find();
            if (found.isEmpty() && call.isPresent() && !atName) {
                // JShell finds none where the arguments so far fit none
                String asked = call.get().upToBracket();
                found = documentation(shell, asked);
            }
            if (!found.isEmpty()) {
                List<Documentation> inOrder = call.isPresent() ? call.get().ordered(found) : found;
                return Optional.of(new Known(inOrder, atName ? null : call.orElse(null), MimeBundle.empty()));
            }
        }
        return expressionType(shell, forms.get(0)).map(type -> new Known(List.of(), null, type));
    }

    /** A method is known by its name only where it is called; each question costs a compilation, so the likelier is asked first. */
    private List<Documentation> atName(SourceCodeAnalysis shell, String form, boolean called) {
        if (!NAMES_BEFORE.matcher(form).find()) {
            return documentation(shell, form);
        }
        List<Documentation> likelier = documentation(shell, called ? form + "(" : form);
        return likelier.isEmpty() ? documentation(shell, called ? form : form + "(") : likelier;
    }

    /** At the end of some code. What JShell has read from the JDK's sources once is kept: it parses a whole file for it. */
    private List<Documentation> documentation(SourceCodeAnalysis shell, String code) {
        List<Documentation> brief = shell.documentation(code, code.length(), false);
        if (!brief.stream().allMatch(each -> read.containsKey(each.signature()))) {
            if (read.size() > MOST_KEPT) {
                read.clear();
            }
            shell.documentation(code, code.length(), true)
                    .forEach(each -> read.put(each.signature(), Objects.requireNonNullElse(each.javadoc(), "")));
        }
        return brief.stream()
                .<Documentation>map(each -> new Read(once(each.signature()), read.getOrDefault(each.signature(), "")))
                .toList();
    }

    /** Of the canonical constructor of a record JShell says the parameters twice. */
    private static String once(String signature) {
        int second = signature.indexOf(")(") + 1;
        String parameters = signature.substring(second);
        return second > 0 && signature.substring(0, second).endsWith(parameters)
                ? signature.substring(0, second)
                : signature;
    }

    private record Read(String signature, String javadoc) implements Documentation {}

    private static Optional<MimeBundle> expressionType(SourceCodeAnalysis shell, String context) {
        Matcher name = NAMES_BEFORE.matcher(context);
        if (!name.find()) {
            return Optional.empty();
        }
        String type = shell.analyzeType(name.group(), name.group().length());
        return type == null ? Optional.empty() : Optional.of(MimeBundle.text(type + " " + name.group()));
    }

    /** Whether a cell could be run as it stands, and how the next line would be indented if not. */
    Completeness completeness(String code) {
        List<CellPart> parts = CellParser.parse(code);
        if (CellParser.javaUpToEnd(code).filter(JavaTokens::endsOpen).isPresent()) {
            return new Completeness("incomplete", indent(code));
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof CellPart.JavaPart java) {
                String status = analysis.with(shell -> status(shell, java.text()));
                boolean last = i == parts.size() - 1;
                if (status.equals("incomplete")) {
                    // only what stands at the end of the cell can be gone on with
                    return last ? new Completeness(status, indent(code)) : new Completeness("invalid", "");
                } else if (!status.equals("complete")) {
                    return new Completeness(status, "");
                }
            }
        }
        return new Completeness("complete", "");
    }

    private static String status(SourceCodeAnalysis shell, String code) {
        String rest = code;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.analyzeCompletion(rest);
            switch (info.completeness()) {
                case COMPLETE, COMPLETE_WITH_SEMI -> rest = info.remaining();
                case EMPTY -> {
                    return "complete";
                }
                case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> {
                    return "incomplete";
                }
                case UNKNOWN -> {
                    return "invalid";
                }
            }
        }
        return "complete";
    }

    /** One more than the last line's own after an opening bracket; as deep as the blocks where nothing is indented. */
    private static String indent(String code) {
        String last = code.stripTrailing();
        last = last.substring(last.lastIndexOf('\n') + 1);
        String own = last.substring(0, last.length() - last.stripLeading().length());
        if (last.endsWith("{") || last.endsWith("(") || last.endsWith("[")) {
            return own + INDENT;
        }
        return own.isEmpty() ? INDENT.repeat(JavaTokens.openBraces(code)) : own;
    }
}
