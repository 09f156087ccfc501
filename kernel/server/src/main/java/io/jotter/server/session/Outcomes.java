package io.jotter.server.session;

import io.jotter.server.engine.Death;
import io.jotter.server.engine.SnippetOutcome;
import io.jotter.server.engine.WorkerNotStartedException;
import io.jotter.server.magics.MagicException;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts into words how a cell failed. */
final class Outcomes {
    private Outcomes() {}

    /**
     * With a sentence on what to do about it, where there is one.
     *
     * @param folder from which relative paths are looked for
     */
    static EvalOutcome threw(Thrown thrown, CellSources sources, Path folder) {
        List<String> lines = new ArrayList<>(Tracebacks.of(thrown, sources::get));
        RuntimeHints.on(thrown, folder).ifPresent(sentence -> lines.add(hint(sentence)));
        return new EvalOutcome.UserError(
                SnippetNames.plain(thrown.className()),
                thrown.message() == null ? "" : SnippetNames.plainText(thrown.message()),
                lines);
    }

    private static String hint(String sentence) {
        return Ansi.bold("Hint: ") + sentence;
    }

    /** The errors in a whole file, of which nothing is known that the compiler does not say. */
    static EvalOutcome refusedFile(List<SnippetOutcome.Problem> problems, String text, String file) {
        return refused(problems, new CellPart.JavaPart(text, 1), 0, file, Optional.empty());
    }

    /**
     * @param offset of the snippet in its part
     * @param hint a sentence on what to do about it
     */
    static EvalOutcome refused(
            List<SnippetOutcome.Problem> problems,
            CellPart.JavaPart part,
            int offset,
            String file,
            Optional<String> hint) {
        String message = problems.stream()
                .filter(SnippetOutcome.Problem::error)
                .findFirst()
                .map(problem -> CompileErrors.firstLine(problem.message()))
                .orElse("This cannot be compiled");
        List<String> lines = new ArrayList<>(describe(problems, part, offset, file));
        hint.ifPresent(sentence -> lines.add(hint(sentence)));
        return new EvalOutcome.Rejected("CompileError", message, lines);
    }

    /** What the compiler says of a snippet, at its place in the cell. */
    static List<String> describe(
            List<SnippetOutcome.Problem> problems, CellPart.JavaPart part, int offset, String file) {
        // the cell's text up to this part has no characters that count here, only lines
        String text = "\n".repeat(part.line() - 1) + part.text();
        int shift = part.line() - 1 + offset;
        return CompileErrors.describe(
                file,
                text,
                problems.stream()
                        .map(problem -> new CompileErrors.Problem(
                                problem.start() + shift,
                                problem.end() + shift,
                                problem.position() + shift,
                                problem.message(),
                                problem.error()))
                        .toList());
    }

    static EvalOutcome unresolved(SnippetOutcome.Unresolved unresolved, CellSources sources) {
        String message = unresolved.missing().isEmpty()
                ? unresolved.snippet() + " does not compile any more: "
                        + SnippetNames.plainText(String.join("; ", unresolved.flaws()))
                : unresolved.snippet() + " cannot be used yet: declare " + String.join(", ", unresolved.missing())
                        + " first.";
        List<String> lines = new ArrayList<>();
        lines.add(message);
        List<String> trace = Tracebacks.of(unresolved.thrown(), sources::get);
        lines.addAll(trace.subList(Math.min(1, trace.size()), trace.size()));
        return new EvalOutcome.UserError("UnresolvedReference", message, lines);
    }

    static EvalOutcome stopped(RunOutcome.Stopped how, CellSources sources) {
        String message = how.asynchronously()
                ? "The cell ignored the interrupt and was stopped from outside. All variables are kept; what it was"
                        + " changing may be half changed."
                : "The cell was interrupted. All variables are kept.";
        List<String> lines = new ArrayList<>();
        lines.add(message);
        Thrown thrown = how.thrown();
        if (thrown != null) {
            lines.addAll(Tracebacks.of(thrown, sources::get));
        }
        return new EvalOutcome.Stopped("Interrupted", message, lines);
    }

    /** What the compiler cannot walk through without running out of its stack, which is large. */
    static EvalOutcome tooDeep() {
        String message = "This is nested too deeply for the compiler: write it in several statements.";
        return new EvalOutcome.Rejected("CompileError", message, List.of(message));
    }

    static EvalOutcome died(Death death) {
        List<String> lines = new ArrayList<>();
        lines.add(death.reason());
        lines.addAll(aftermath(death));
        return new EvalOutcome.WorkerDied("WorkerDied", String.join(" ", lines), lines);
    }

    static EvalOutcome magicFailed(MagicException e) {
        String message = String.valueOf(e.getMessage());
        return new EvalOutcome.Rejected("MagicError", message, message.lines().toList());
    }

    static String betweenCells(Death death) {
        return "Since the last cell: " + death.reason() + " " + String.join(" ", aftermath(death)) + "\n";
    }

    static String restarted(Death death) {
        return "A new worker has been started. " + String.join(" ", aftermath(death)) + "\n";
    }

    static String notRestarted(WorkerNotStartedException refused) {
        return refused.getMessage()
                + refused.lostVariables()
                        .map(lost -> "\nThe options are as they were, and a new worker has been started with them. "
                                + lost(lost))
                        .orElse(
                                "\nNo JVM starts with these options. Nothing was restarted, and all variables are kept.");
    }

    private static List<String> aftermath(Death death) {
        List<String> lines = new ArrayList<>();
        if (!death.restored().isEmpty()) {
            lines.add("Restored: " + String.join(", ", death.restored()) + ".");
        }
        if (!death.notRestored().isEmpty()) {
            lines.add("Not restored: " + String.join(", ", death.notRestored())
                    + ". Run the cells that declare them again.");
        }
        lines.add(lost(death.lostVariables()));
        return lines;
    }

    private static String lost(List<String> variables) {
        return variables.isEmpty()
                ? "No variables were lost."
                : "Lost variables: " + String.join(", ", variables) + ". Run the cells that make them again.";
    }
}
