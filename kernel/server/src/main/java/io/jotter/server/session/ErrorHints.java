package io.jotter.server.session;

import io.jotter.server.engine.JavaEngine;
import io.jotter.server.engine.SnippetOutcome;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** The sentence below what does not compile that says what to do about it, in one notebook. */
final class ErrorHints {
    private final JavaEngine engine;

    ErrorHints(JavaEngine engine) {
        this.engine = engine;
    }

    /** On what does not compile. */
    Optional<String> on(List<SnippetOutcome.Problem> problems, String snippet) {
        return Advice.on(problems, snippet)
                .or(() -> new MissingNames(engine.classNames()::named, this::completions).on(problems, snippet))
                .or(() -> CompileHints.on(problems, snippet));
    }

    private List<String> completions(String code) {
        return engine.withImports(shell -> completions(shell, code));
    }

    private static List<String> completions(SourceCodeAnalysis shell, String code) {
        return CellContext.of(shell, code).forms().stream()
                .flatMap(form -> shell.completionSuggestions(form, form.length(), new int[1]).stream())
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }
}
