package io.jotter.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a running kernel does for {@link Notebook}; implemented by the worker, and by a recording one in tests. */
public interface Host {
    /** How a value looks, by the renderers on the class path. */
    MimeBundle render(@Nullable Object value);

    /** Shows a bundle under the cell of the calling thread; {@code id} is the name to update it by. */
    void display(MimeBundle bundle, String id);

    /** Replaces what was shown by that id, wherever it stands. */
    void updateDisplay(MimeBundle bundle, String id);

    /** Removes the output of the running cell; with {@code wait}, when the next output comes. */
    void clearOutput(boolean wait);

    /**
     * Asks the reader for a line.
     *
     * @throws IOException if there is no one to ask; the message says why
     */
    String readLine(String prompt, boolean password) throws IOException;

    /** Compiles and runs Java in the notebook's own scope. The value of its last expression, or null. */
    @Nullable
    Object eval(String code);

    /** Runs a line magic; its value, or null. */
    @Nullable
    Object lineMagic(String name, List<String> arguments);

    /** Runs a cell magic; its value, or null. */
    @Nullable
    Object cellMagic(String name, List<String> arguments, String body);

    /**
     * Makes a magic known, in place of one of its name.
     *
     * @throws IllegalArgumentException if that is no name for a magic
     */
    void registerMagic(Magic magic);

    /** Has values shown by this renderer, which among equals wins over those of libraries. */
    void registerRenderer(Renderer<?> renderer);

    /**
     * Has this called once, when the statement of the cell that now runs has ended in whichever way; with none running,
     * when the next one has. What shows its state now and then shows its last state there.
     */
    void whenStatementEnds(StatementEnd end);

    /** The road to the front end's counterparts of widgets. */
    Comms comms();

    /**
     * What acts on the page's events.
     *
     * @throws UnsupportedOperationException if there is no page
     */
    default PageEvents pageEvents() {
        throw new UnsupportedOperationException("There is no page here whose events could be handled.");
    }
}
