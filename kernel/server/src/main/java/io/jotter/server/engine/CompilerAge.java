package io.jotter.server.engine;

import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;

/**
 * Knows when it is time for a new compiler. JShell keeps its compiler from snippet to snippet, and the compiler the trees of
 * every call that was given a lambda: up to 170 KB a snippet. A new one costs the next snippet some tens of milliseconds.
 */
final class CompilerAge {
    private static final int MOST_SNIPPETS = 100;

    private int snippets;
    private boolean held;

    /** A snippet was compiled, and this came of it. */
    void compiled(JShell shell, Iterable<SnippetEvent> events) {
        snippets++;
        for (SnippetEvent event : events) {
            // JShell keeps every snippet, and by what the compiler said of it the whole compiler: a new one would come
            // on top
            held |= shell.diagnostics(event.snippet()).findAny().isPresent();
        }
    }

    /** The last snippet was compiled before the imports stood: it holds the compiler, but that happens once. */
    void overlook() {
        held = false;
    }

    /** Makes JShell's compilers new if they have seen much and nothing holds them. */
    void renew(JShell shell) {
        if (snippets >= MOST_SNIPPETS && !held) {
            renewNow(shell);
        }
    }

    void renewNow(JShell shell) {
        snippets = 0;
        // a changed class path is the one reason for which JShell does that
        shell.addToClasspath(WorkerEngine.NO_ENTRY);
    }
}
