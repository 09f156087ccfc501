package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import java.io.IOException;
import java.util.List;

/**
 * Where what cells show goes. Called from threads of the kernel's own, in the order in which things happened; a call
 * may block when the reader of the other side is slow.
 *
 * <p>{@code cell} is the name that {@link Session#execute} was given for the run; output may come after that run has
 * ended, from a thread that it started.
 */
public interface CellOutput {
    /** Text on {@code stdout} or {@code stderr}. */
    void stream(String cell, String name, String text);

    void display(String cell, MimeBundle bundle, String displayId);

    void updateDisplay(String cell, MimeBundle bundle, String displayId);

    void clearOutput(String cell, boolean wait);

    /**
     * Asks the reader for a line and waits for it.
     *
     * @throws IOException if the client takes no input, or an interrupt ended the wait; the message says which
     */
    String input(String cell, String prompt, boolean password) throws IOException;

    /** Ends every wait for a line, for this reason. */
    void endInput(String why);

    /** An exception of a handler's, as a cell's own error is shown. */
    void error(String cell, EvalOutcome.Failure failure);

    /** The cells whose output this one's run takes away from the page: its own earlier run, and those that were deleted. */
    List<String> displacedBy(String cell);

    void commOpen(String cell, String commId, String target, String data, String metadata, List<byte[]> buffers);

    void commMessage(String cell, String commId, String data, String metadata, List<byte[]> buffers);

    void commClose(String cell, String commId, String data);
}
