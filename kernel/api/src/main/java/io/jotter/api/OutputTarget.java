package io.jotter.api;

import java.util.List;

/** Takes what a piece of code shows and prints, in place of the cell. Called by any thread, also by several. */
public interface OutputTarget {
    void print(boolean error, String text);

    void display(MimeBundle bundle, String id);

    /** Replaces what was shown by that id; false if this target has shown nothing by it. */
    boolean updateDisplay(MimeBundle bundle, String id);

    /** Removes what was shown; with {@code wait}, when the next comes. */
    void clear(boolean wait);

    /**
     * Shows an exception.
     *
     * @param traceback lines as a cell's error has them, with colours for a terminal
     */
    void fail(String name, String message, List<String> traceback);

    /** Keeps a value alive as long as what is shown now. */
    void keep(Object value);
}
