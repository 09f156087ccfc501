package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notebook's running state, as the handlers see it.
 *
 * <p>{@link #execute} is called by one thread at a time; every other method may be called from any thread while it
 * runs, and answers without waiting for the cell.
 */
public interface Session extends AutoCloseable {
    /**
     * Does unseen what a first cell and a first completion will need, and returns when all is done: some of it has to wait
     * until nothing is asked for. What is asked for meanwhile waits for one step at most. To be called once.
     *
     * @param cellWaits whether a cell is to be run at once; it does the first steps itself
     */
    void warmUp(boolean cellWaits);

    /**
     * Runs a cell to its end. Never throws for what the code does.
     *
     * @param cell a name for this run, unique; output carries it
     * @param count the execution count, shown in tracebacks
     * @param storeHistory whether magics that name cells by number are to find it
     */
    EvalOutcome execute(String cell, int count, String code, boolean storeHistory);

    /** Evaluates each expression after a cell, in the cell's scope; each outcome under its key. */
    Map<String, EvalOutcome> evaluate(String cell, Map<String, String> expressions);

    /** Stops the running cell, rung by rung; a further call climbs. Returns at once; harmless when nothing runs. */
    void interrupt();

    /**
     * What could stand at the cursor.
     *
     * @param cursor in UTF-16 units
     */
    Completions complete(String code, int cursor);

    /**
     * What is known of the name at the cursor, if anything.
     *
     * @param cursor in UTF-16 units
     * @param detail 0 for the signature, 1 for the documentation too
     */
    Optional<MimeBundle> inspect(String code, int cursor, int detail);

    Completeness completeness(String code);

    /** The notebook's variables as they are now. Runs nothing of the learner's code. */
    List<SeenVariable> variables();

    /**
     * What a value is made of.
     *
     * @param count how many parts from {@code start} on; 0: all, folded if they are many
     * @return empty if the value is not there any more
     */
    Optional<List<SeenVariable>> parts(int reference, int start, int count);

    /** A variable's value as a cell would show it; empty if there is no variable of the name. */
    Optional<RenderedVariable> rendered(String variable);

    void commOpened(String cell, String commId, String target, String data, List<byte[]> buffers);

    void commMessage(String cell, String commId, String data, List<byte[]> buffers);

    void commClosed(String cell, String commId, String data);

    /** The open comms, from id to target. */
    Map<String, String> comms();

    /** Ends the worker: its shutdown hooks run, for a bounded time. */
    @Override
    void close();
}
