package io.jotter.server.engine;

import io.jotter.wire.ClassFile;
import io.jotter.wire.Frame;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jdk.jshell.spi.ExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * JShell's other half: what it compiles is loaded and run in the worker.
 *
 * <p>The value and the throwable of a run stay out of JShell's hands: it would ask for their text and close itself when
 * the worker ends. They are kept for {@link #takeOutcome}; JShell is told no more than that the run failed.
 */
final class WorkerEngine implements ExecutionControl {
    /** A class path entry that is none, and of which the worker hears nothing. */
    static final String NO_ENTRY = "";

    private static final StackTraceElement[] NO_TRACE = new StackTraceElement[0];
    private static final AtomicLong RUNS = new AtomicLong();

    private final Supplier<WorkerProcess> worker;
    private final StopLadder ladder;
    private final ShellLock lock;
    private final UnaryOperator<List<ClassFile>> lineNumbers;
    private final StaticParts staticParts = new StaticParts();
    private boolean declaring;
    private boolean render;
    private int onBehalfOf;
    private boolean cellInterrupted;
    private @Nullable RunOutcome outcome;
    private boolean died;
    private int depth;
    private final AtomicLong ranNanos = new AtomicLong();

    WorkerEngine(
            Supplier<WorkerProcess> worker,
            StopLadder ladder,
            ShellLock lock,
            UnaryOperator<List<ClassFile>> lineNumbers) {
        this.worker = worker;
        this.ladder = ladder;
        this.lock = lock;
        this.lineNumbers = lineNumbers;
    }

    /** How the next run is to be done. Called with the lock held. */
    void prepare(boolean showValue, int nestedIn) {
        declaring = false;
        render = showValue;
        onBehalfOf = nestedIn;
        outcome = null;
    }

    /** What is compiled next is loaded, and not run. Called with the lock held. */
    void prepareToDeclare() {
        prepare(false, 0);
        declaring = true;
    }

    /** A new cell begins, which nobody has interrupted yet. */
    synchronized void beginCell() {
        cellInterrupted = false;
    }

    /** Stops the run, and keeps the cell from starting another. */
    void interrupt() {
        synchronized (this) {
            cellInterrupted = true;
        }
        ladder.interrupt();
    }

    synchronized boolean isInterrupted() {
        return cellInterrupted;
    }

    /** How the last run ended; null if nothing ran. Called with the lock held. */
    @Nullable
    RunOutcome takeOutcome() {
        RunOutcome taken = outcome;
        outcome = null;
        return taken;
    }

    /** Whether anything has been run since {@link #prepare}. Called with the lock held. */
    boolean hasInvoked() {
        return outcome != null || died;
    }

    boolean hasDied() {
        return died;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws EngineTerminationException {
        List<ClassFile> files = classFiles(classes);
        staticParts.loaded(files);
        try {
            worker.get().connection().send(new Frame.Load(files));
        } catch (WorkerDiedException e) {
            died = true;
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws ClassInstallException {
        List<ClassFile> files = classFiles(classes);
        if (staticParts.change(files)) {
            throw new ClassInstallException("A loaded class keeps its statics", new boolean[classes.length]);
        }
        try {
            Frame.Answer answer = (Frame.Answer) worker.get().connection().ask(call -> new Frame.Redefine(call, files));
            if (!answer.ok()) {
                // JShell then gives the class another name, which resets its statics
                throw new ClassInstallException(answer.text(), new boolean[classes.length]);
            }
        } catch (WorkerDiedException e) {
            died = true;
        }
    }

    /** Puts other bodies into classes that are loaded; why that cannot be, if it cannot. */
    Optional<String> replaceLoaded(List<ClassFile> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try {
            Frame.Answer answer = (Frame.Answer) worker.get().connection().ask(call -> new Frame.Redefine(call, files));
            return answer.ok() ? Optional.empty() : Optional.of(answer.text());
        } catch (WorkerDiedException e) {
            // the next worker loads them new
            died = true;
            return Optional.empty();
        }
    }

    /** How long the worker has run what it was given so far, in nanoseconds; what is nested counts once. */
    long ranNanos() {
        return ranNanos.get();
    }

    @Override
    public String invoke(String className, String methodName) throws UserException, ResolutionException {
        if (declaring) {
            return "";
        }
        boolean show = render;
        int nestedIn = onBehalfOf;
        RunOutcome result =
                run(nestedIn, (call, run) -> new Frame.Run(call, run, nestedIn, className, methodName, show));
        if (result instanceof RunOutcome.Threw threw) {
            throw failed(threw.thrown());
        }
        if (result instanceof RunOutcome.Unresolved unresolved) {
            throw new ResolutionException(unresolved.snippet(), NO_TRACE);
        }
        if (result == null || result instanceof RunOutcome.Stopped) {
            throw new UserException("stopped", "", NO_TRACE);
        }
        return "";
    }

    /** Has the worker run a magic of its own. */
    @Nullable
    RunOutcome runMagic(String name, List<String> arguments, @Nullable String body, int nestedIn) {
        return run(nestedIn, (call, run) -> new Frame.RunMagic(call, run, nestedIn, name, arguments, body));
    }

    /** Makes the frame that starts a run. */
    @FunctionalInterface
    private interface Start {
        Frame frame(int call, long run);
    }

    /** Null if the worker died. */
    private @Nullable RunOutcome run(int nestedIn, Start start) {
        long run = RUNS.incrementAndGet();
        synchronized (this) {
            if (cellInterrupted) {
                outcome = new RunOutcome.Stopped(false, null);
                return outcome;
            }
            if (nestedIn == 0) {
                ladder.begin(run);
            }
        }
        RunOutcome result = null;
        int holds = lock.leave();
        long begun = System.nanoTime();
        depth++;
        try {
            result = worker.get().connection().run(call -> start.frame(call, run));
        } catch (WorkerDiedException e) {
            died = true;
        } finally {
            lock.enterAgain(holds);
            depth--;
            if (depth == 0) {
                ranNanos.addAndGet(System.nanoTime() - begun);
            }
            if (nestedIn == 0) {
                ladder.end();
            }
        }
        outcome = asInterrupted(result);
        return outcome;
    }

    /** What fails after an interrupt fails because of it, also where the front's own refusal came first. */
    private synchronized @Nullable RunOutcome asInterrupted(@Nullable RunOutcome result) {
        return cellInterrupted && result instanceof RunOutcome.Threw threw
                ? new RunOutcome.Stopped(false, threw.thrown())
                : result;
    }

    private static UserException failed(Thrown thrown) {
        return new UserException(String.valueOf(thrown.message()), thrown.className(), NO_TRACE);
    }

    @Override
    public String varValue(String className, String varName) throws UserException {
        try {
            Frame.Answer answer = (Frame.Answer)
                    worker.get().connection().ask(call -> new Frame.ReadVariable(call, className, varName));
            if (!answer.ok()) {
                throw new UserException(answer.text(), "", NO_TRACE);
            }
            return answer.text();
        } catch (WorkerDiedException e) {
            died = true;
            return "";
        }
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        if (path.equals(NO_ENTRY)) {
            return;
        }
        try {
            worker.get().connection().ask(call -> new Frame.AddToClassPath(call, List.of(path)));
        } catch (WorkerDiedException e) {
            throw new InternalException("The worker has ended");
        }
    }

    /** Lets go of a variable's value. */
    void forget(String className, String field) {
        try {
            worker.get().connection().send(new Frame.ForgetVariable(className, field));
        } catch (WorkerDiedException e) {
            died = true;
        }
    }

    @Override
    public Object extensionCommand(String command, Object arg) throws NotImplementedException {
        throw new NotImplementedException("There is no command " + command);
    }

    /** JShell's own way to stop; the ladder is ours. */
    @Override
    public void stop() {
        interrupt();
    }

    @Override
    public void close() {
        ladder.close();
    }

    private List<ClassFile> classFiles(ClassBytecodes[] classes) {
        List<ClassFile> files = new ArrayList<>();
        for (ClassBytecodes each : classes) {
            files.add(new ClassFile(each.name(), each.bytecodes()));
        }
        return lineNumbers.apply(files);
    }
}
