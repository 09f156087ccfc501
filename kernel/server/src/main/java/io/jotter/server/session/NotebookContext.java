package io.jotter.server.session;

import io.jotter.server.engine.Death;
import io.jotter.server.engine.JavaEngine;
import io.jotter.server.engine.Origin;
import io.jotter.server.engine.SnippetOutcome;
import io.jotter.server.engine.UnitOutcome;
import io.jotter.server.engine.WorkerNotStartedException;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.NotCompiledException;
import io.jotter.server.magics.RanCell;
import io.jotter.server.magics.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one magic in one cell may do to the notebook. */
final class NotebookContext implements MagicContext {
    /** What a magic of the worker's says in its own words. */
    private static final String WRONG_USE = "io.jotter.worker.magics.WrongUseException";

    private final CellRun run;
    private final JavaEngine engine;
    private final CellSources sources;
    private final CellWriter out;
    private final Supplier<List<RanCell>> history;
    private final Place place;
    private @Nullable EvalOutcome failure;

    /**
     * Where the magic stands.
     *
     * @param nestedIn the worker's call that asked for it, or 0
     * @param file the name of its cell in stack traces
     * @param line of that cell
     * @param assigned whether its value is wanted
     */
    record Place(int nestedIn, String file, int line, boolean assigned) {}

    NotebookContext(
            CellRun run,
            JavaEngine engine,
            CellSources sources,
            CellWriter out,
            Supplier<List<RanCell>> history,
            Place place) {
        this.run = run;
        this.engine = engine;
        this.sources = sources;
        this.out = out;
        this.history = history;
        this.place = place;
    }

    /** How what it had run has failed, if it has: that is the cell's outcome then. */
    Optional<EvalOutcome> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void addToClassPath(List<Path> entries) {
        engine.addToClassPath(entries);
        run.loadExtensions(place.nestedIn());
        installExtensions(entries);
    }

    private void installExtensions(List<Path> entries) {
        if (run.installsExtensions() && JJavaExtensions.areIn(entries)) {
            engine.eval(JJavaExtensions.INSTALL, new Origin("extensions", 1), false, place.nestedIn());
        }
    }

    @Override
    public List<Path> classPath() {
        return engine.classPath();
    }

    @Override
    public List<Path> preloaded() {
        return engine.preloaded();
    }

    @Override
    public boolean hasNoState() {
        return engine.hasNoState();
    }

    @Override
    public void changeClassPath(Set<Path> without, List<Path> added) throws MagicException {
        checkNotNested();
        boolean losesNothing = engine.hasNoState();
        try {
            Death former = engine.changeClassPath(without, added);
            run.loadExtensions(place.nestedIn());
            installExtensions(added);
            if (!losesNothing || !former.notRestored().isEmpty()) {
                out.print(Outcomes.restarted(former));
            }
        } catch (WorkerNotStartedException e) {
            throw new MagicException("The class path is as it was. " + e.getMessage(), e);
        }
    }

    @Override
    public void runCode(String name, String code) throws MagicException {
        if (run.runNamed(name, code, place.nestedIn()) instanceof EvalOutcome.Failure failed) {
            failure = failed;
            throw new MagicException(name + " failed: " + failed.name() + ": " + failed.message());
        }
    }

    private void checkNotNested() throws MagicException {
        if (place.nestedIn() != 0) {
            throw new MagicException(
                    "The worker cannot be restarted by the code that runs in it: put the magic on a line of its own.");
        }
    }

    @Override
    public void restartWorker(List<String> jvmOptions) throws MagicException {
        checkNotNested();
        try {
            out.print(Outcomes.restarted(engine.restart(jvmOptions)));
            run.loadExtensions(0);
        } catch (WorkerNotStartedException e) {
            throw new MagicException(Outcomes.notRestarted(e), e);
        }
    }

    @Override
    public List<String> jvmOptions() {
        return engine.jvmOptions();
    }

    @Override
    public void print(String text) {
        out.print(text);
    }

    @Override
    public void printError(String text) {
        out.printError(text);
    }

    @Override
    public boolean isAssigned() {
        return place.assigned();
    }

    @Override
    public Map<String, String> environment() {
        return engine.environment();
    }

    @Override
    public void setEnvironment(String name, String value) {
        engine.setVariable(name, value);
    }

    @Override
    public Path workingDirectory() {
        return engine.workingDirectory();
    }

    @Override
    public List<RanCell> history() {
        return history.get();
    }

    @Override
    public int line() {
        return place.line();
    }

    @Override
    public List<String> snippets(String code) {
        return run.snippets(code);
    }

    @Override
    public Duration ran() {
        return engine.ran();
    }

    @Override
    public Optional<Duration> workerCpu() {
        return engine.workerCpu();
    }

    @Override
    public List<Variable> variables() {
        return engine.variables().held().stream()
                .map(held -> new Variable(held.name(), held.type(), held.holder()))
                .toList();
    }

    @Override
    public List<String> forgetAll() throws MagicException {
        if (place.nestedIn() != 0) {
            throw new MagicException(
                    "Running code cannot forget what it is made of: put the magic on a line of its own.");
        }
        return engine.forgetAll();
    }

    @Override
    public MagicValue evaluate(String code, int line) throws MagicException {
        EvalOutcome outcome = run.run("\n".repeat(line - 1) + code, place.file(), place.nestedIn());
        if (outcome instanceof EvalOutcome.Value value) {
            failure = null;
            return new MagicValue.Shown(value.bundle());
        }
        failure = outcome;
        String message = inWords((EvalOutcome.Failure) outcome);
        throw outcome instanceof EvalOutcome.Rejected ? new NotCompiledException(message) : new MagicException(message);
    }

    @Override
    public List<String> compile(String source) throws MagicException {
        String text = "\n".repeat(place.line()) + source;
        try {
            UnitOutcome outcome = engine.compileUnit(text, place.file());
            if (outcome instanceof UnitOutcome.Installed installed) {
                return installed.classes();
            } else if (outcome instanceof UnitOutcome.Refused refused) {
                failure = Outcomes.refusedFile(refused.problems(), text, place.file());
                throw new MagicException(inWords((EvalOutcome.Failure) failure));
            } else if (outcome instanceof UnitOutcome.WithoutPackage without) {
                throw new MagicException("Cells can import only from a package: begin the file of "
                        + String.join(", ", without.classes()) + " with a line such as: package lesson;");
            }
            throw new MagicException("A class of this file is loaded already, and its new form cannot take its place ("
                    + ((UnitOutcome.NotReplaced) outcome).why()
                    + "). Nothing has changed. %jvm --restart starts a worker without it; then run this cell again.");
        } catch (IOException e) {
            throw new MagicException("The classes cannot be written: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public MagicValue runInWorker(MagicCall call) throws MagicException {
        SnippetOutcome done = engine.runMagic(call.name(), call.arguments(), call.body(), place.nestedIn());
        if (done instanceof SnippetOutcome.Done ok) {
            return new MagicValue.Shown(ok.bundle());
        } else if (done instanceof SnippetOutcome.Stopped stopped) {
            failure = Outcomes.stopped(stopped.how(), sources);
        } else if (done instanceof SnippetOutcome.Threw threw
                && threw.thrown().className().equals(WRONG_USE)) {
            throw new MagicException(String.valueOf(threw.thrown().message()));
        } else if (done instanceof SnippetOutcome.Threw threw) {
            failure = Outcomes.threw(threw.thrown(), sources, engine.workingDirectory());
        } else if (done instanceof SnippetOutcome.Died died) {
            failure = Outcomes.died(died.death());
        }
        throw new MagicException("%" + call.name() + " failed"
                + (failure instanceof EvalOutcome.Failure how ? ": " + inWords(how) : ""));
    }

    private static String inWords(EvalOutcome.Failure failure) {
        return failure.name() + ": " + failure.message();
    }
}
