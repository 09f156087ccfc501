package io.jotter.server.engine;

import io.jotter.api.MimeBundle;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import java.util.List;

/** How a snippet fared. */
public sealed interface SnippetOutcome {
    /**
     * It compiled and, if it does anything, ran.
     *
     * @param bundle its value if it is to be shown, else empty
     * @param warnings of the compiler's, with positions in the snippet's source
     */
    record Done(MimeBundle bundle, List<Problem> warnings) implements SnippetOutcome {}

    /** It does not compile. Positions count in the snippet's source. */
    record Refused(List<Problem> problems) implements SnippetOutcome {}

    record Threw(Thrown thrown) implements SnippetOutcome {}

    /**
     * It reached a declaration that cannot be used.
     *
     * @param missing the names of what it waits for
     * @param flaws what else the compiler says of it, if it did compile once
     */
    record Unresolved(String snippet, List<String> missing, List<String> flaws, Thrown thrown)
            implements SnippetOutcome {}

    /** It was interrupted. */
    record Stopped(RunOutcome.Stopped how) implements SnippetOutcome {}

    /** The worker ended; a new one stands. */
    record Died(Death death) implements SnippetOutcome {}

    /** A message of the compiler's, with positions in UTF-16 units. */
    record Problem(int start, int end, int position, String message, boolean error) {}
}
