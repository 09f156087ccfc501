package io.jotter.wire;

import io.jotter.api.MimeBundle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What travels. A {@code call} names a question so that its {@link Answer} finds back; either side numbers its own
 * calls. A {@code run} names one invocation of the cell's code, for the life of the worker.
 */
@SuppressWarnings("ArrayRecordComponent") // frames are handed over once and never compared
public sealed interface Frame {

    // ---- from the front to the worker

    /** Have these classes ready. Not answered: a class that cannot be defined fails the run that needs it. */
    record Load(List<ClassFile> classes) implements Frame {}

    /** Replace the bodies of loaded classes, keeping their statics. Answered by {@link Answer}. */
    record Redefine(int call, List<ClassFile> classes) implements Frame {}

    /** From now on, and for the threads that it starts, the cell thread works for this cell. */
    record BeginCell(String cell) implements Frame {}

    /** Send all output of the cell, then {@link Answer}. */
    record EndCell(int call) implements Frame {}

    /**
     * Invoke a static method without parameters. Answered by {@link Ran}.
     *
     * @param onBehalfOf the worker's call during which this is nested, or 0: the thread that waits for it runs this
     * @param render whether the value is to be shown
     */
    record Run(int call, long run, int onBehalfOf, String className, String method, boolean render) implements Frame {}

    /** Run a magic of the worker's. Answered by {@link Ran}. */
    record RunMagic(
            int call,
            long run,
            int onBehalfOf,
            String name,
            List<String> arguments,
            @Nullable String body) implements Frame {}

    /** The text of a static field's value. Answered by {@link Answer}. */
    record ReadVariable(int call, String className, String field) implements Frame {}

    /** See what these variables are, static fields of the holders. Answered by {@link Inspected}. */
    record Inspect(int call, List<String> names, List<String> holders) implements Frame {}

    /**
     * See what a value is made of. Answered by {@link Inspected}.
     *
     * @param count how many parts from {@code start} on; 0: all, folded if they are many
     */
    record InspectInto(int call, int reference, int start, int count) implements Frame {}

    /** Render a variable's value as the last one of a cell. Answered by {@link Shown}. */
    record ShowVariable(int call, String name, String holder) implements Frame {}

    /** Let go of a static field's value. */
    record ForgetVariable(String className, String field) implements Frame {}

    /** More places to load classes from. Answered by {@link Answer}. */
    record AddToClassPath(int call, List<String> entries) implements Frame {}

    /** In place of a run's number: the handlers of the page's events that run just then. */
    long EVENTS = -1;

    /** Rung one of the stop ladder. */
    record Interrupt(long run) implements Frame {}

    /**
     * Make ready for an asynchronous stop. Answered by {@link StopReadiness}.
     *
     * @param evenIfTaken whether a run that has taken the interrupt is to be stopped as well
     */
    record PrepareStop(int call, long run, boolean evenIfTaken) implements Frame {}

    /** The stop that was prepared has been sent to the threads. */
    record StopSent(long run) implements Frame {}

    /** End: shutdown hooks run, for a bounded time. */
    record Shutdown() implements Frame {}

    /** What a cell had shown has gone from the page: it is run again, or deleted. */
    record Displaced(String cell) implements Frame {}

    // ---- from the worker to the front

    /** First frame of a worker: it was handed this token, so it is the one that was started. */
    record Hello(String token) implements Frame {}

    /** Text that the cell or a thread of its printed, in UTF-8, perhaps cut within a character. */
    record Output(String cell, boolean error, byte[] text, int length) implements Frame {}

    record Display(String cell, String id, boolean update, MimeBundle bundle) implements Frame {
        public Display {
            Objects.requireNonNull(id, "id");
        }
    }

    record ClearOutput(String cell, boolean whenNext) implements Frame {}

    /** Compile and run. Answered by {@link Value}. */
    record Eval(int call, String code) implements Frame {
        public Eval {
            Objects.requireNonNull(code, "code");
        }
    }

    /** Run a magic, on whichever side it lives. Answered by {@link Value}. */
    record Magic(
            int call,
            String name,
            List<String> arguments,
            @Nullable String body) implements Frame {
        public Magic {
            Objects.requireNonNull(name, "name");
        }
    }

    /** Show an exception of a handler's under this cell, as one of the cell's own. */
    record Failure(String cell, Thrown thrown) implements Frame {}

    /** Tell how an exception reads. Answered by {@link Value}: its name, its message, the lines of its traceback. */
    record Explain(int call, Thrown thrown) implements Frame {}

    /** A magic of this name is there now. */
    record MagicAdded(String name, String help) implements Frame {
        public MagicAdded {
            Objects.requireNonNull(help, "help");
        }
    }

    /** Ask the reader for a line. Answered by {@link Answer}. */
    record Input(int call, String prompt, boolean password) implements Frame {
        public Input {
            Objects.requireNonNull(prompt, "prompt");
        }
    }

    /** What is seen; if not {@code ok}, there was nothing to see, or no seeing it. */
    record Inspected(int call, boolean ok, List<VariableLook> looks) implements Frame {}

    /** A value as a cell shows it; if not {@code ok}, why it cannot be shown, as plain text. */
    record Shown(int call, boolean ok, MimeBundle bundle) implements Frame {}

    record StopReadiness(int call, Readiness readiness) implements Frame {}

    /** How far a run is from being stoppable. */
    enum Readiness {
        /** It has ended. */
        OVER,
        /** It has taken the interrupt and may be winding up. */
        TAKEN,
        /** The threads to stop stand in {@code StopTargets}. */
        READY
    }

    record Ran(int call, RunOutcome outcome) implements Frame {}

    // ---- both ways

    /**
     * The end of a call.
     *
     * @param ok whether it was done
     * @param text its result, or what went wrong
     */
    record Answer(int call, boolean ok, String text) implements Frame {}

    /**
     * The end of {@link Eval} or {@link Magic}.
     *
     * @param source what the value is
     * @param texts what goes with that source; what went wrong, if not {@code ok}
     */
    record Value(int call, boolean ok, ValueSource source, List<String> texts) implements Frame {}

    /** What the texts of a {@link Value} are. */
    enum ValueSource {
        NOTHING,
        /** One text: the value itself, or what went wrong. */
        TEXT,
        /** Texts that are the elements of a list. */
        LIST,
        /** The value is what the last nested run on behalf of this call returned. */
        LAST_RUN
    }

    record CommOpen(String cell, String commId, String target, String data, String metadata, List<byte[]> buffers)
            implements Frame {
        public CommOpen {
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(data, "data");
            Objects.requireNonNull(metadata, "metadata");
        }
    }

    record CommMessage(String cell, String commId, String data, String metadata, List<byte[]> buffers)
            implements Frame {
        public CommMessage {
            Objects.requireNonNull(data, "data");
            Objects.requireNonNull(metadata, "metadata");
        }
    }

    record CommClose(String cell, String commId, String data) implements Frame {
        public CommClose {
            Objects.requireNonNull(data, "data");
        }
    }
}
