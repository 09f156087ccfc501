package io.jotter.server.engine;

import java.util.List;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/** Imports what IJava or JJava have in every cell, of one of them at a time, when a snippet does not compile without. */
final class IJavaImports {
    private final JShell shell;
    private final Redefinitions redefinitions;
    private @Nullable String current;

    IJavaImports(JShell shell, Redefinitions redefinitions) {
        this.shell = shell;
        this.redefinitions = redefinitions;
    }

    /**
     * What came of a snippet, or what comes of it with such imports where it names something of theirs. Where none of them
     * helps, all is as before.
     *
     * @param again evaluates it once more
     */
    List<SnippetEvent> completed(String source, List<SnippetEvent> events, Supplier<List<SnippetEvent>> again) {
        if (events.isEmpty() || JavaShell.isSettled(events)) {
            return events;
        }
        String former = current;
        if (former != null
                && !IJavaNames.mayBeOfTheOther(
                        shell.diagnostics(events.get(0).snippet()).toList())) {
            return events;
        }
        for (String imports : IJavaNames.importsFor(source)) {
            if (!imports.equals(former)) {
                replaceBy(imports);
                List<SnippetEvent> better = again.get();
                if (!JavaShell.isRejected(better)) {
                    return better;
                }
            }
        }
        replaceBy(former);
        return events;
    }

    private void replaceBy(@Nullable String imports) {
        String gone = current;
        if (gone != null && !gone.equals(imports)) {
            List<Snippet> former = shell.imports()
                    .filter(snippet -> snippet.source().strip().equals(gone))
                    .map(Snippet.class::cast)
                    .toList();
            // JShell forgets with it what was declared by it; the values are there yet
            former.forEach(snippet -> redefinitions.saw(shell.drop(snippet), true));
        }
        if (imports != null && !imports.equals(gone)) {
            shell.eval(imports);
        }
        current = imports;
    }
}
