package io.jotter.wire;

import io.jotter.api.MimeBundle;
import org.jspecify.annotations.Nullable;

/** How one invocation in the worker ended. */
public sealed interface RunOutcome {
    /** It returned; the bundle is empty unless rendering was asked for. */
    record Returned(MimeBundle bundle) implements RunOutcome {}

    /** It threw. */
    record Threw(Thrown thrown) implements RunOutcome {}

    /** It reached code that JShell compiled without all that it refers to; the snippet is JShell's number for it. */
    record Unresolved(int snippet, Thrown thrown) implements RunOutcome {}

    /**
     * It was stopped before its end.
     *
     * @param asynchronously false: the interrupt ended it; true: it ignored that, and the stop from outside did
     * @param thrown where it was, if that is known
     */
    record Stopped(boolean asynchronously, @Nullable Thrown thrown) implements RunOutcome {}
}
