package io.jotter.server.engine;

import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** The value of the last expression that has no name. Only the newest stays alive: nobody means to keep the others. */
final class NewestResult {
    private final JShell shell;
    private final WorkerEngine engine;
    private @Nullable VarSnippet newest;

    NewestResult(JShell shell, WorkerEngine engine) {
        this.shell = shell;
        this.engine = engine;
    }

    /** A snippet was evaluated; if it has made such a value, the one before is let go of. */
    void saw(SnippetEvent event) {
        if (event.snippet() instanceof VarSnippet result
                && result.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                && event.status() == Status.VALID) {
            VarSnippet previous = newest;
            newest = result;
            if (previous != null
                    && !previous.equals(result)
                    && shell.status(previous).isActive()) {
                String holder = shell.sourceCodeAnalysis().wrapper(previous).fullClassName();
                shell.drop(previous);
                engine.forget(holder, previous.name());
            }
        }
    }

    /** Everything was forgotten. */
    void forget() {
        newest = null;
    }
}
