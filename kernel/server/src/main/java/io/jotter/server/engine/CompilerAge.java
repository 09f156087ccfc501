package io.jotter.server.engine;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/**
 * Knows when it is time for a new compiler. JShell keeps its compiler from snippet to snippet, and the compiler the trees of
 * every call that was given a lambda: up to 170 KB a snippet. A new one costs the next snippet some tens of milliseconds.
 */
final class CompilerAge {
    private static final int MOST_SNIPPETS = 100;

    private int snippets;
    /** JShell keeps every snippet, and by what the compiler said of it the whole compiler. */
    private final List<Snippet> held = new ArrayList<>();

    /** A snippet was compiled, and this came of it. */
    void compiled(JShell shell, Iterable<SnippetEvent> events) {
        snippets++;
        for (SnippetEvent event : events) {
            if (shell.diagnostics(event.snippet()).findAny().isPresent()) {
                held.add(event.snippet());
            }
        }
    }

    /** What the compiler said has been told: lets go of it. */
    void told(JShell shell) {
        held.removeIf(snippet -> !isAskedAgain(shell.status(snippet)) && KeptDiagnostics.letGo(snippet));
    }

    /** Whether what a declaration lacks is told each time it is used. */
    private static boolean isAskedAgain(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    /** Makes JShell's compilers new if they have seen much and nothing holds them: else the new would come on top. */
    void renew(JShell shell) {
        if (snippets >= MOST_SNIPPETS && held.isEmpty()) {
            renewNow(shell);
        }
    }

    void renewNow(JShell shell) {
        snippets = 0;
        // a changed class path is the one reason for which JShell does that
        shell.addToClasspath(WorkerEngine.NO_ENTRY);
    }
}
