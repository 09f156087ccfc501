package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import java.util.List;

/** How the run of a cell ended. */
public sealed interface EvalOutcome {
    /** It ran to its end; the bundle of its last expression, or an empty one. */
    record Value(MimeBundle bundle) implements EvalOutcome {}

    /** An outcome that is shown as an error: Jupyter's {@code ename}, {@code evalue}, {@code traceback}. */
    sealed interface Failure extends EvalOutcome {
        /** For example {@code java.lang.IllegalStateException} or {@code CompileError}. */
        String name();

        String message();

        /** Lines for the page, with ANSI colours; without line ends. */
        List<String> traceback();
    }

    /** The cell's code threw. */
    record UserError(String name, String message, List<String> traceback) implements Failure {}

    /** The cell was interrupted; the message says by which rung of the ladder and what was lost. */
    record Stopped(String name, String message, List<String> traceback) implements Failure {}

    /** The worker ended under the cell; the message says why, what was restored and what was lost. */
    record WorkerDied(String name, String message, List<String> traceback) implements Failure {}

    /** The code does not compile, or a magic refused; nothing of that snippet ran. */
    record Rejected(String name, String message, List<String> traceback) implements Failure {}
}
