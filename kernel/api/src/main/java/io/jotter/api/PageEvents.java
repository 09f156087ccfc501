package io.jotter.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What it takes to act on what a reader does on the page: threads to do it on, and a place for what it shows. */
public interface PageEvents {
    /**
     * A line of handlers. What they show and print goes where that of the calling thread goes: under its cell, or into the
     * target that {@link #during} gives it. An exception of a handler's is shown there, and the next one runs.
     *
     * <p>Lines take turns; while a handler takes longer than half a second the others go on beside it, also while a cell
     * runs. An interrupt that finds no cell running stops the handlers.
     */
    EventLine line();

    /** Runs this with all that it shows and prints, on this thread or on ones that it starts, going to a target. */
    void during(OutputTarget target, Runnable body);

    /** Shows an exception in the form of a cell's, where what the calling thread shows goes. */
    void fail(Throwable thrown);

    /** The same work with what it shows going where that of the calling thread goes now, whoever runs it. */
    Runnable boundHere(Runnable body);

    /** Has this run whenever a cell ends, before the page is told so. It waits for nothing. */
    void onCellEnd(Runnable action);

    /** Keeps a value alive as long as what the calling thread shows stands on the page: until its cell is run again. */
    void keepWhileShown(Object value);

    /** The class file of a compiled cell's class that has serialisable lambdas; null if it is of another kind. */
    byte @Nullable [] classFile(Class<?> type);

    /** The one object of this type in the notebook, made when it is first asked for. */
    <T> T shared(Class<T> type, Supplier<T> maker);
}
