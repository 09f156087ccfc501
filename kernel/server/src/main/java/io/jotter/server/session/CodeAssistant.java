package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Completion, documentation and completeness, as JShell has them, over whole cells and with magics. */
final class CodeAssistant {
    private static final Pattern MAGIC = Pattern.compile("(?m)^[ \\t]*(%%?)([\\w.]*)\\z");
    private static final Pattern NAME_AFTER = Pattern.compile("\\G\\w*");
    private static final String INDENT = "    ";

    private final Analysis analysis;
    private final Supplier<List<String>> magics;

    /** Asks JShell, which one at a time may do. */
    @FunctionalInterface
    interface Analysis {
        <T> T with(Function<SourceCodeAnalysis, T> query);
    }

    CodeAssistant(Analysis analysis, Supplier<List<String>> magics) {
        this.analysis = analysis;
        this.magics = magics;
    }

    /** What could stand at the cursor; the code above it in the cell counts as if it had run. */
    Completions complete(String code, int cursor) {
        String before = code.substring(0, cursor);
        Matcher magic = MAGIC.matcher(before);
        if (magic.find()) {
            List<Completions.Match> names = magics.get().stream()
                    .filter(name -> name.startsWith(magic.group(2)))
                    .map(name -> new Completions.Match(magic.group(1) + name, "magic"))
                    .toList();
            return new Completions(names, magic.start(1), cursor);
        }
        return analysis.with(shell -> suggestions(shell, before));
    }

    private static Completions suggestions(SourceCodeAnalysis shell, String before) {
        String context = context(shell, before);
        int offset = before.length() - context.length();
        int[] anchor = {context.length()};
        List<Completions.Match> matches = new ArrayList<>();
        shell.completionSuggestions(context, context.length(), anchor).stream()
                .sorted((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()))
                .map(SourceCodeAnalysis.Suggestion::continuation)
                .distinct()
                .forEach(text -> matches.add(new Completions.Match(text, kind(text))));
        return new Completions(matches, anchor[0] + offset, before.length());
    }

    /** The end of the code in which the cursor stands: declarations that are whole are no part of a statement's context. */
    private static String context(SourceCodeAnalysis shell, String before) {
        StringBuilder kept = new StringBuilder();
        String rest = blankedMagics(before);
        while (true) {
            CompletionInfo info = shell.analyzeCompletion(rest);
            if (!info.completeness().isComplete() || info.remaining().isBlank()) {
                break;
            }
            String snippet = rest.substring(0, rest.length() - info.remaining().length());
            boolean statement = shell.sourceToSnippets(info.source()).stream().allMatch(each -> switch (each.kind()) {
                case VAR, EXPRESSION, STATEMENT -> true;
                default -> false;
            });
            if (statement) {
                kept.append(snippet);
            } else {
                kept.setLength(0);
            }
            rest = info.remaining();
        }
        return kept + rest;
    }

    private static String blankedMagics(String code) {
        return Pattern.compile("(?m)^[ \\t]*%[^\\n]*")
                .matcher(code)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    private static String kind(String continuation) {
        if (continuation.endsWith("(") || continuation.endsWith(")")) {
            return "function";
        }
        return !continuation.isEmpty() && Character.isUpperCase(continuation.charAt(0)) ? "class" : "";
    }

    /** Signatures at the cursor and, with detail, what the documentation says. */
    Optional<MimeBundle> inspect(String code, int cursor, int detail) {
        Matcher rest = NAME_AFTER.matcher(code);
        int end = rest.find(cursor) ? rest.end() : cursor;
        String before = blankedMagics(code.substring(0, end));
        return analysis.with(shell -> {
            String context = context(shell, before);
            List<Documentation> found = shell.documentation(context, context.length(), detail > 0);
            if (found.isEmpty()) {
                String call = context + "(";
                found = shell.documentation(call, call.length(), detail > 0);
            }
            return found.isEmpty() ? expressionType(shell, context) : Optional.of(describe(found));
        });
    }

    private static Optional<MimeBundle> expressionType(SourceCodeAnalysis shell, String context) {
        Matcher name = Pattern.compile("[\\w.]+\\z").matcher(context);
        if (!name.find()) {
            return Optional.empty();
        }
        String type = shell.analyzeType(name.group(), name.group().length());
        return type == null ? Optional.empty() : Optional.of(MimeBundle.text(type + " " + name.group()));
    }

    private static MimeBundle describe(List<Documentation> found) {
        StringBuilder plain = new StringBuilder();
        StringBuilder markdown = new StringBuilder();
        for (Documentation each : found) {
            String javadoc = each.javadoc();
            plain.append(each.signature()).append('\n');
            markdown.append("```java\n").append(each.signature()).append("\n```\n");
            if (javadoc != null && !javadoc.isBlank()) {
                plain.append(javadoc.strip()).append("\n\n");
                markdown.append('\n').append(javadoc.strip()).append("\n\n");
            }
        }
        return MimeBundle.text(plain.toString().stripTrailing()).with(MimeBundle.MARKDOWN, markdown.toString());
    }

    /** Whether a cell could be run as it stands, and how the next line would be indented if not. */
    Completeness completeness(String code) {
        List<CellPart> parts = CellParser.parse(code);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof CellPart.JavaPart java) {
                String status = analysis.with(shell -> status(shell, java.text()));
                if (!status.equals("complete")) {
                    return new Completeness(status, status.equals("incomplete") ? indent(code) : "");
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

    /** The last line's own indent, and one more after an opening bracket. */
    private static String indent(String code) {
        String last = code.stripTrailing();
        last = last.substring(last.lastIndexOf('\n') + 1);
        String own = last.substring(0, last.length() - last.stripLeading().length());
        return last.endsWith("{") || last.endsWith("(") || last.endsWith("[") ? own + INDENT : own;
    }
}
