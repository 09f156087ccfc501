package io.jotter.server.engine;

import io.jotter.api.MimeBundle;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/** Tells what came of a snippet, from what JShell and the worker have said of it. */
final class SnippetOutcomes {
    private final JShell shell;
    private final SnippetPlaces places;
    private final Redefinitions redefinitions;

    SnippetOutcomes(JShell shell, SnippetPlaces places, Redefinitions redefinitions) {
        this.shell = shell;
        this.places = places;
        this.redefinitions = redefinitions;
    }

    /**
     * What came of one snippet.
     *
     * @param ran what the worker said of running it; null where nothing was run
     * @param compiled its text, as it was compiled and as it was written
     */
    SnippetOutcome of(List<SnippetEvent> events, @Nullable RunOutcome ran, CanonicalConstructors compiled) {
        if (ran instanceof RunOutcome.Stopped stopped) {
            Thrown at = stopped.thrown();
            return new SnippetOutcome.Stopped(
                    new RunOutcome.Stopped(stopped.asynchronously(), at == null ? null : places.asOfNow(at)));
        }
        if (ran instanceof RunOutcome.Threw threw) {
            return new SnippetOutcome.Threw(places.asOfNow(threw.thrown()));
        }
        if (ran instanceof RunOutcome.Unresolved unresolved) {
            return unresolved(unresolved);
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null
                    && (event.status() == Status.REJECTED || event.status() == Status.NONEXISTENT)) {
                return new SnippetOutcome.Refused(problems(event.snippet(), compiled));
            }
        }
        // only an expression is shown: a declaration or an assignment has said all
        boolean shown = !events.isEmpty() && showsValue(events.get(0).snippet());
        var bundle = ran instanceof RunOutcome.Returned returned && shown ? returned.bundle() : MimeBundle.empty();
        return new SnippetOutcome.Done(
                bundle, events.isEmpty() ? List.of() : problems(events.get(0).snippet(), compiled));
    }

    /** What came of a magic of the worker's, by what the worker said of running it. */
    static SnippetOutcome ofMagic(RunOutcome ran) {
        if (ran instanceof RunOutcome.Returned returned) {
            return new SnippetOutcome.Done(returned.bundle(), List.of());
        } else if (ran instanceof RunOutcome.Threw threw) {
            return new SnippetOutcome.Threw(threw.thrown());
        } else if (ran instanceof RunOutcome.Unresolved unresolved) {
            return new SnippetOutcome.Threw(unresolved.thrown());
        }
        return new SnippetOutcome.Stopped((RunOutcome.Stopped) ran);
    }

    private static boolean showsValue(Snippet snippet) {
        return switch (snippet.subKind()) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }

    private SnippetOutcome unresolved(RunOutcome.Unresolved unresolved) {
        for (Snippet snippet : shell.snippets().toList()) {
            // what a declaration replaced has the same id
            if (snippet instanceof DeclarationSnippet declaration
                    && shell.status(snippet).isActive()
                    && snippet.id().equals(String.valueOf(unresolved.snippet()))) {
                return new SnippetOutcome.Unresolved(
                        declaration.name(),
                        shell.unresolvedDependencies(declaration).toList(),
                        redefinitions.flaws(declaration),
                        places.asOfNow(unresolved.thrown()));
            }
        }
        return new SnippetOutcome.Threw(unresolved.thrown());
    }

    private List<SnippetOutcome.Problem> problems(Snippet snippet, CanonicalConstructors compiled) {
        return shell.diagnostics(snippet)
                // said of each text, and known to who has asked for the module
                .filter(diagnostic -> !diagnostic.getCode().equals("compiler.warn.incubating.modules"))
                .map(diagnostic -> problem(diagnostic, compiled))
                .toList();
    }

    private static SnippetOutcome.Problem problem(Diag diagnostic, CanonicalConstructors compiled) {
        return new SnippetOutcome.Problem(
                compiled.asWritten((int) diagnostic.getStartPosition()),
                compiled.asWritten((int) diagnostic.getEndPosition()),
                compiled.asWritten((int) diagnostic.getPosition()),
                diagnostic.getMessage(Locale.ENGLISH),
                diagnostic.isError());
    }
}
