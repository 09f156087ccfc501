package io.jotter.server.engine;

import io.jotter.api.MimeBundle;
import io.jotter.wire.Frame;
import io.jotter.wire.Thrown;
import java.io.IOException;
import java.util.List;

/** What comes from the worker unasked. Called by threads of the engine's, in the order of the wire. */
public interface WorkerEvents {
    void text(String cell, boolean error, String text);

    void display(String cell, String id, boolean update, MimeBundle bundle);

    void clearOutput(String cell, boolean whenNext);

    /** A line from the reader, for the running cell. */
    String input(String prompt, boolean password) throws IOException;

    /** Ends the wait for a line: nobody is there any more who could use it. */
    void endInput(String why);

    /** Runs the code or the magic that a cell asked for, nested in it; the answer to send. */
    Frame.Value nested(Frame question);

    /** A magic of the worker's side is there now. */
    void magicAdded(String name, String help);

    void comm(Frame frame);

    /** A handler of the page's events has thrown. */
    void failure(String cell, Thrown thrown);

    /** How an exception reads: its name, its message, and the lines of its traceback. */
    List<String> explained(Thrown thrown);

    /** The worker has ended, and with it whatever a page was connected to. */
    void workerGone();
}
