package io.jotter.server.engine;

import io.jotter.wire.Frame;
import io.jotter.wire.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles here and runs in a worker, whatever becomes of the worker: when one ends, the next is started and told again
 * what can be told again.
 *
 * <p>{@link #beginCell}, {@link #eval}, {@link #runMagic}, {@link #endCell} and {@link #restart} belong to the thread that
 * runs cells; the rest may be called from any.
 */
public final class JavaEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JavaEngine.class);

    private final WorkerEvents events;
    private final Consumer<String> note;
    /** A worker that cannot start takes seconds to say so, at each cell. */
    private static final int MOST_FAILED_STARTS = 3;

    private List<Path> added = new ArrayList<>();
    private volatile EngineSettings settings;
    private volatile Generation generation;
    private final ClassNames classNames = new ClassNames(this::classPath);
    private final TypeMembers typeMembers =
            new TypeMembers(this::classPath, () -> generation().index());
    private final NotebookVariables variables = new NotebookVariables(this::generation);
    private @Nullable CompiledUnits units;
    private @Nullable Generation lookedAt;
    private int looked;
    private boolean warm;
    private int failedStarts;

    private JavaEngine(EngineSettings settings, WorkerEvents events, Consumer<String> note, Generation generation) {
        this.settings = settings;
        this.events = events;
        this.note = note;
        this.generation = generation;
    }

    /**
     * Starts the worker first and readies the compiler while it comes up.
     *
     * @param note where a sentence for the reader of the running cell goes
     */
    public static JavaEngine start(EngineSettings settings, WorkerEvents events, Consumer<String> note)
            throws IOException {
        return new JavaEngine(settings, events, note, Generation.start(settings, events, note, List.of()));
    }

    /** Evaluates something that nobody sees, on both sides; before the first cell. */
    public void warmUp() {
        generation.shell().warmUp();
    }

    /** Evaluates the preloaded imports, unless that is done. */
    public void completeImports() {
        generation.shell().completeImports();
    }

    /** Begins a cell; if the worker has ended since the last one, replaces it first and says what became of it. */
    public @Nullable Death beginCell(String cell) {
        Death death = generation.worker().isAlive() || isGivenUp() ? null : replace(generation);
        if (!announce(cell) && death == null && !isGivenUp()) {
            // the end of a process is known a moment later than its sockets are closed
            death = replace(generation);
            announce(cell);
        }
        return death;
    }

    private boolean announce(String cell) {
        Generation now = generation;
        now.shell().engine().beginCell();
        try {
            return now.worker().connection().send(new Frame.BeginCell(cell));
        } catch (WorkerDiedException e) {
            LOG.debug("The worker is gone before the cell begins");
            return false;
        }
    }

    /** Sees all output of the cell. */
    public void endCell() {
        try {
            generation.worker().endCell();
        } catch (WorkerDiedException e) {
            LOG.debug("The worker is gone at the cell's end");
        }
        generation.shell().renewCompiler();
        if (!warm) {
            warm = true;
            // the debugger's mirror is built in idle time: the first stop should not have to wait for it
            CompletableFuture.runAsync(() -> generation.worker().debugger().prepare());
        }
    }

    /**
     * Compiles and runs one snippet; if the worker ends under it, the next one stands when this returns.
     *
     * @param nestedIn the worker's call that asked for it, or 0
     */
    public SnippetOutcome eval(String source, Origin origin, boolean show, int nestedIn) {
        Generation now = generation;
        SnippetOutcome outcome = now.shell().eval(source, origin, show, nestedIn);
        return now.shell().engine().hasDied() ? new SnippetOutcome.Died(replace(now)) : outcome;
    }

    /** Has the worker run one of its magics. */
    public SnippetOutcome runMagic(String name, List<String> arguments, @Nullable String body, int nestedIn) {
        Generation now = generation;
        RunOutcome ran = now.shell().engine().runMagic(name, arguments, body, nestedIn);
        return ran == null ? new SnippetOutcome.Died(replace(now)) : SnippetOutcomes.ofMagic(ran);
    }

    /** Whether the class path has got libraries with extensions since this was last asked of the present worker. */
    public boolean bringsExtensions() {
        Generation now = generation;
        List<Path> classPath = classPath();
        // the API itself comes first
        int from = now.equals(lookedAt) ? looked : 1;
        lookedAt = now;
        looked = classPath.size();
        return classPath.subList(from, looked).stream()
                .anyMatch(entry -> now.index().mayHaveExtensions(entry));
    }

    /** The classes that code could import. */
    public ClassNames classNames() {
        return classNames;
    }

    /** What the types of the JDK and the class path have for members. */
    public TypeMembers typeMembers() {
        return typeMembers;
    }

    /** The sources of the notebook's types and methods, the latest first. */
    public List<String> declarations() {
        List<String> sources = new ArrayList<>(generation.shell().contents(ShellContents::declarations).stream()
                .map(Declared::source)
                .toList());
        Collections.reverse(sources);
        return sources;
    }

    private Generation generation() {
        return generation;
    }

    public NotebookVariables variables() {
        return variables;
    }

    /** Forgets what the notebook has declared and its values; what that was, in words. The class path stays. */
    public List<String> forgetAll() {
        JavaShell shell = generation.shell();
        List<String> words = new ArrayList<>();
        List<String> names = shell.contents(ShellContents::variables);
        if (!names.isEmpty()) {
            words.add((names.size() == 1 ? "variable " : "variables ") + String.join(", ", names));
        }
        words.addAll(Declared.counted(shell.contents(ShellContents::declarations)));
        shell.forgetAll();
        return words;
    }

    /**
     * Compiles a whole file against the class path, and adds its classes to it.
     *
     * @param file its name in stack traces
     * @throws IOException if the classes cannot be written
     */
    public UnitOutcome compileUnit(String source, String file) throws IOException {
        CompiledUnits into = units;
        if (into == null) {
            into = CompiledUnits.create();
            units = into;
        }
        return into.install(
                source,
                file,
                generation.shell(),
                CompilerOptions.of(settings),
                folder -> addToClassPath(List.of(folder)));
    }

    /** The time for which the present worker has run what cells gave it. */
    public Duration ran() {
        return Duration.ofNanos(generation.shell().engine().ranNanos());
    }

    /** The processor time of the present worker, of all its threads; empty where the system does not tell. */
    public Optional<Duration> workerCpu() {
        return generation.worker().cpu();
    }

    /** What a reader should know of declarations and values at the end of a cell, a sentence each. */
    public List<String> notes(String file) {
        return generation.shell().notes(file);
    }

    /**
     * Starts the worker anew with other options; what became of the state.
     *
     * @throws WorkerNotStartedException if none comes up with them; either the former worker stands yet, or one with its
     *     options has been started
     */
    public Death restart(List<String> jvmOptions) throws WorkerNotStartedException {
        EngineSettings wanted = settings.withJvmOptions(jvmOptions);
        Optional<String> refusal = WorkerCommand.refusal(wanted);
        if (refusal.isPresent()) {
            throw new WorkerNotStartedException(refusal.get(), Optional.empty());
        }
        return restart(wanted, List.copyOf(added));
    }

    /**
     * Starts the worker anew with another class path; what became of the state.
     *
     * @param without entries that are taken off it, preloaded ones or such as were added
     * @throws WorkerNotStartedException if none comes up; the class path is then as it was
     */
    public Death changeClassPath(Set<Path> without, List<Path> more) throws WorkerNotStartedException {
        List<Path> wanted = new ArrayList<>(added);
        wanted.removeAll(without);
        wanted.addAll(more);
        Set<Path> leftOut = new HashSet<>(settings.leftOut());
        leftOut.addAll(without);
        return restart(settings.without(leftOut), wanted);
    }

    private Death restart(EngineSettings wanted, List<Path> entries) throws WorkerNotStartedException {
        EngineSettings former = settings;
        List<Path> formerEntries = added;
        settings = wanted;
        added = new ArrayList<>(entries);
        failedStarts = 0;
        Generation now = generation;
        now.worker().close();
        Death death = replace(now);
        Generation next = generation;
        try {
            next.worker().connection();
            return death;
        } catch (WorkerDiedException notStarted) {
            settings = former;
            added = formerEntries;
            Death refused = replace(next);
            failedStarts = 0;
            throw new WorkerNotStartedException(refused.reason(), Optional.of(death.lostVariables()));
        }
    }

    /** After some workers in a row that did not come up, no other is started without a word of the reader's. */
    private boolean isGivenUp() {
        return failedStarts >= MOST_FAILED_STARTS;
    }

    private Death replace(Generation dead) {
        String reason = dead.worker().reasonOfDeath();
        failedStarts = dead.worker().hasConnected() ? 0 : failedStarts + 1;
        if (isGivenUp()) {
            // the shell stays: it holds what the next worker will be told
            dead.worker().close();
            return new Death(
                    reason + " " + MOST_FAILED_STARTS + " workers in a row have not come up, so no other is tried:"
                            + " change the JVM options with %jvm, or restart the kernel.",
                    List.of());
        }
        List<String> lost = dead.shell().contents(ShellContents::variables);
        List<Declared> declarations = dead.shell().contents(ShellContents::declarations);
        dead.shell().close();
        dead.worker().close();
        events.workerGone();
        List<Declared> restored = new ArrayList<>();
        List<String> notRestored = new ArrayList<>();
        try {
            Generation next = Generation.start(settings, events, note, added);
            generation = next;
            warm = false;
            for (Declared declared : declarations) {
                SnippetOutcome outcome = next.shell().eval(declared.source(), declared.origin(), false, 0);
                if (outcome instanceof SnippetOutcome.Done) {
                    restored.add(declared);
                } else {
                    notRestored.add(declared.name() + " (" + declared.origin().file() + ")");
                }
            }
        } catch (IOException e) {
            LOG.error("No worker can be started", e);
            return new Death(reason + " And no other can be started: " + e.getMessage(), lost);
        }
        List<String> words = Declared.counted(restored);
        if (!added.isEmpty()) {
            words.add("the class path");
        }
        return new Death(reason, lost, words, notRestored);
    }

    /** Stops the running cell, a rung further at each call. */
    public void interrupt() {
        generation.shell().engine().interrupt();
    }

    /** Whether the running cell has been interrupted: it is to begin nothing more. */
    public boolean isInterrupted() {
        return generation.shell().engine().isInterrupted();
    }

    /** Asks JShell's analysis about the form of some code; it answers while a cell runs. */
    public <T> T with(Function<SourceCodeAnalysis, T> query) {
        return generation.shell().with(query);
    }

    /** The same about its meaning, for which all imports have to stand. */
    public <T> T withImports(Function<SourceCodeAnalysis, T> query) {
        completeImports();
        return generation.shell().with(query);
    }

    public void addToClassPath(List<Path> entries) {
        added.addAll(entries);
        generation.shell().addToClassPath(entries);
    }

    /** Whether a new worker would have all that this one has: nothing was run, but for imports and declarations. */
    public boolean hasNoState() {
        return !generation.shell().hasRun();
    }

    /** The entries of the class path that were there before the notebook asked for any. */
    public List<Path> preloaded() {
        return generation.shell().classPath().stream()
                .filter(entry -> !added.contains(entry))
                .toList();
    }

    public List<Path> classPath() {
        return generation.shell().classPath();
    }

    public List<String> jvmOptions() {
        return settings.jvmOptions();
    }

    /** The environment variables that the notebook has set. */
    public Map<String, String> environment() {
        return settings.variables();
    }

    /** Sets an environment variable for the workers to come; the running one has its own from its start. */
    public void setVariable(String name, String value) {
        settings = settings.withVariable(name, value);
    }

    public Path workingDirectory() {
        return settings.workingDirectory();
    }

    /** Passes on what a page has sent or let go of. */
    public void pageSays(Frame frame) {
        try {
            generation.worker().connection().send(frame);
        } catch (WorkerDiedException e) {
            LOG.debug("A page's message for a worker that is gone");
        }
    }

    @Override
    public void close() {
        Generation last = generation;
        last.worker().close();
        last.shell().engine().close();
        CompiledUnits compiled = units;
        if (compiled != null) {
            compiled.close();
        }
    }
}
