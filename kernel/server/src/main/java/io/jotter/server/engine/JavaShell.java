package io.jotter.server.engine;

import io.jotter.wire.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/** JShell over one worker, for that worker's life. Every method takes the lock. */
final class JavaShell implements AutoCloseable {
    private static final Origin ELSEWHERE = new Origin("jotter", 1);

    /**
     * JShell keeps its compiler from snippet to snippet, and the compiler the trees of every call that was given a lambda:
     * up to 170 KB a snippet. A new one costs the next snippet some tens of milliseconds.
     */
    private static final int SNIPPETS_OF_A_COMPILER = 100;

    private final ShellLock lock;
    private final WorkerEngine engine;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, Snippet> declared = new HashMap<>();
    private final List<String> preloads;
    private final AmbiguousNames names;
    private Origin current = ELSEWHERE;
    private String source = "";
    private @Nullable CompilePath compilePath;
    private @Nullable VarSnippet newestResult;
    private String laterImports;
    private boolean warming;
    private int results;
    private int compiled;
    private boolean compilerIsHeld;

    JavaShell(Supplier<WorkerProcess> worker, StopLadder ladder, List<Path> classPath, PackageIndex index)
            throws IOException {
        this.lock = new ShellLock();
        this.engine = new WorkerEngine(worker, ladder, lock, compiled -> LineNumbers.ofPage(compiled, this::placed));
        this.laterImports = Imports.ofEnvironment(classPath);
        this.preloads = List.of(Imports.own(), laterImports);
        this.names = new AmbiguousNames(Imports.packages(String.join("\n", preloads)));
        this.shell = JShell.builder()
                .executionEngine(new Provider(engine), Map.of())
                .tempVariableNameGenerator(() -> warming ? "$warm" : "$" + ++results)
                .fileManager(standard -> {
                    compilePath = new CompilePath(standard, classPath, index);
                    return compilePath;
                })
                .build();
        this.analysis = shell.sourceCodeAnalysis();
        // several imports in one snippet: JShell takes the whole text over into what it compiles
        shell.eval(Imports.own());
    }

    /**
     * Evaluates the environment's imports, unless that is done. They take as long as all else before a first cell, and most
     * first cells want none of them: so they come when a name is not found, or in idle time.
     */
    void completeImports() {
        lock.lock();
        try {
            String imports = laterImports;
            laterImports = "";
            if (!imports.isEmpty()) {
                shell.eval(imports);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Compiles, runs and renders what nobody sees: it is the first time for much of the compiler and of the worker. */
    void warmUp() {
        lock.lock();
        try {
            warming = true;
            engine.prepare(true, 0);
            shell.eval("0").forEach(event -> shell.drop(event.snippet()));
            engine.takeOutcome();
        } finally {
            warming = false;
            lock.unlock();
        }
    }

    WorkerEngine engine() {
        return engine;
    }

    <T> T with(Function<SourceCodeAnalysis, T> query) {
        lock.lock();
        try {
            return query.apply(analysis);
        } finally {
            lock.unlock();
        }
    }

    List<Path> classPath() {
        return java.util.Objects.requireNonNull(compilePath).entries();
    }

    void addToClassPath(List<Path> entries) {
        lock.lock();
        try {
            for (Path entry : entries) {
                java.util.Objects.requireNonNull(compilePath).add(entry);
                shell.addToClasspath(entry.toString());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of a compiler that has seen much; the next snippet gets a new one. Called between cells. */
    void renewCompiler() {
        lock.lock();
        try {
            if (compiled >= SNIPPETS_OF_A_COMPILER && !compilerIsHeld) {
                compiled = 0;
                // a changed class path is the one reason for which JShell makes its compilers anew
                shell.addToClasspath(WorkerEngine.NO_ENTRY);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Compiles and runs one snippet.
     *
     * @param show whether its value is to be shown
     * @param nestedIn the worker's call that asked for it, or 0
     */
    SnippetOutcome eval(String code, Origin origin, boolean show, int nestedIn) {
        lock.lock();
        Origin originBefore = current;
        String sourceBefore = source;
        try {
            current = origin;
            source = code;
            CanonicalConstructors compiled = CanonicalConstructors.asWritten(code);
            List<SnippetEvent> events = evaluate(code, show, nestedIn);
            if (!laterImports.isEmpty() && !isSettled(events)) {
                completeImports();
                compilerIsHeld = false; // by this snippet, yes; but it happens once, not with every reader's mistake
                events = evaluate(code, show, nestedIn);
            }
            for (var amended = amended(compiled, events); amended.isPresent(); amended = amended(compiled, events)) {
                compiled = amended.get();
                source = compiled.source();
                events = evaluate(source, show, nestedIn);
            }
            for (String meant : events.isEmpty()
                    ? List.<String>of()
                    : names.meanings(
                            source, shell.diagnostics(events.get(0).snippet()).toList())) {
                // a single-type import wins over those on demand; it stays only if the snippet compiles with it
                List<SnippetEvent> pin = shell.eval("import " + meant + ";");
                List<SnippetEvent> again = evaluate(source, show, nestedIn);
                if (!isRejected(again)) {
                    events = again;
                    break;
                }
                pin.forEach(event -> shell.drop(event.snippet()));
            }
            return outcome(events, compiled);
        } finally {
            current = originBefore;
            source = sourceBefore;
            lock.unlock();
        }
    }

    private Optional<CanonicalConstructors> amended(CanonicalConstructors compiled, List<SnippetEvent> events) {
        return isRejected(events)
                ? compiled.amended(shell.diagnostics(events.get(0).snippet()).toList())
                : Optional.empty();
    }

    /** Whether the compiler has found all that it looked for. */
    private static boolean isSettled(List<SnippetEvent> events) {
        return events.stream().allMatch(event -> event.causeSnippet() != null || event.status() == Status.VALID);
    }

    private static boolean isRejected(List<SnippetEvent> events) {
        return events.stream().anyMatch(event -> event.causeSnippet() == null && event.status() == Status.REJECTED);
    }

    private List<SnippetEvent> evaluate(String source, boolean show, int nestedIn) {
        engine.prepare(show, nestedIn);
        compiled++;
        List<SnippetEvent> events = shell.eval(source);
        for (SnippetEvent event : events) {
            origins.putIfAbsent(event.snippet().id(), current);
            if (event.snippet() instanceof PersistentSnippet && !(event.snippet() instanceof ImportSnippet)) {
                // its class is made anew when what it refers to changes
                String outerClass = analysis.wrapper(event.snippet()).fullClassName();
                declared.put(LineNumbers.withoutVersion(outerClass), event.snippet());
            }
            // JShell keeps every snippet, and by what the compiler said of it the whole compiler: a new one would come
            // on top
            compilerIsHeld |= shell.diagnostics(event.snippet()).findAny().isPresent();
            keepNewestResult(event);
        }
        return events;
    }

    /** Only the newest unnamed result stays alive: nobody means to keep the others. */
    private void keepNewestResult(SnippetEvent event) {
        if (event.snippet() instanceof VarSnippet result
                && result.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                && event.status() == Status.VALID) {
            VarSnippet previous = newestResult;
            newestResult = result;
            if (previous != null
                    && !previous.equals(result)
                    && shell.status(previous).isActive()) {
                String holder = analysis.wrapper(previous).fullClassName();
                shell.drop(previous);
                engine.forget(holder, previous.name());
            }
        }
    }

    private SnippetOutcome outcome(List<SnippetEvent> events, CanonicalConstructors compiled) {
        RunOutcome ran = engine.takeOutcome();
        if (ran instanceof RunOutcome.Stopped stopped) {
            return new SnippetOutcome.Stopped(stopped);
        }
        if (ran instanceof RunOutcome.Threw threw) {
            return new SnippetOutcome.Threw(threw.thrown());
        }
        if (ran instanceof RunOutcome.Unresolved unresolved) {
            return unresolved(unresolved);
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null
                    && (event.status() == Status.REJECTED || event.status() == Status.NONEXISTENT)) {
                return new SnippetOutcome.Refused(problems(event.snippet(), compiled));
            }
        }
        // only an expression is shown: a declaration or an assignment has said all
        boolean shown = !events.isEmpty() && showsValue(events.get(0).snippet());
        var bundle = ran instanceof RunOutcome.Returned returned && shown
                ? returned.bundle()
                : io.jotter.api.MimeBundle.empty();
        return new SnippetOutcome.Done(bundle);
    }

    private static boolean showsValue(Snippet snippet) {
        return switch (snippet.subKind()) {
            case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }

    private SnippetOutcome unresolved(RunOutcome.Unresolved unresolved) {
        for (Snippet snippet : shell.snippets().toList()) {
            if (snippet instanceof DeclarationSnippet declaration
                    && snippet.id().equals(String.valueOf(unresolved.snippet()))) {
                return new SnippetOutcome.Unresolved(
                        declaration.name(),
                        shell.unresolvedDependencies(declaration).toList(),
                        unresolved.thrown());
            }
        }
        return new SnippetOutcome.Threw(unresolved.thrown());
    }

    /** What the declarations of a cell still wait for, a sentence each. */
    List<String> waiting(String file) {
        lock.lock();
        try {
            return shell.snippets()
                    .filter(snippet ->
                            origins.getOrDefault(snippet.id(), ELSEWHERE).file().equals(file))
                    .filter(snippet -> shell.status(snippet) == Status.RECOVERABLE_DEFINED
                            || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED)
                    .map(snippet -> waitsFor((DeclarationSnippet) snippet))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private String waitsFor(DeclarationSnippet declaration) {
        List<String> missing = shell.unresolvedDependencies(declaration).toList();
        String what = missing.isEmpty()
                ? String.join(
                        ", ",
                        shell.diagnostics(declaration)
                                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                                .toList())
                : String.join(", ", missing);
        return declaration.name()
                + (shell.status(declaration) == Status.RECOVERABLE_DEFINED
                        ? " is defined, but can be used only after "
                        : " waits for ")
                + what
                + (shell.status(declaration) == Status.RECOVERABLE_DEFINED ? " is declared." : " to be declared.");
    }

    private List<SnippetOutcome.Problem> problems(Snippet snippet, CanonicalConstructors compiled) {
        return shell.diagnostics(snippet)
                .map(diagnostic -> problem(diagnostic, compiled))
                .toList();
    }

    private static SnippetOutcome.Problem problem(Diag diagnostic, CanonicalConstructors compiled) {
        return new SnippetOutcome.Problem(
                compiled.asWritten((int) diagnostic.getStartPosition()),
                compiled.asWritten((int) diagnostic.getEndPosition()),
                compiled.asWritten((int) diagnostic.getPosition()),
                diagnostic.getMessage(Locale.ENGLISH),
                diagnostic.isError());
    }

    /** The names of the user's variables, unnamed results left out. */
    List<String> variables() {
        lock.lock();
        try {
            return shell.variables()
                    .filter(variable -> variable.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                    .map(VarSnippet::name)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** What can be declared again in a new worker: imports, types and methods, in their order. */
    List<Declared> declarations() {
        lock.lock();
        try {
            return shell.snippets()
                    .filter(snippet -> shell.status(snippet).isActive())
                    .filter(snippet -> switch (snippet.kind()) {
                        case IMPORT -> !isPreload((ImportSnippet) snippet);
                        case TYPE_DECL, METHOD -> true;
                        default -> false;
                    })
                    .map(snippet -> new Declared(
                            snippet.source(), snippet.kind(), origins.getOrDefault(snippet.id(), ELSEWHERE)))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private boolean isPreload(ImportSnippet snippet) {
        return preloads.contains(snippet.source().strip());
    }

    /** A declaration as it was written, and where. */
    record Declared(String source, Snippet.Kind kind, Origin origin) {}

    /** The snippet of a class; while a snippet is loaded for the first time JShell does not list it yet. */
    private Optional<LineNumbers.Placed> placed(String outerClass) {
        Snippet known = declared.get(LineNumbers.withoutVersion(outerClass));
        if (known != null) {
            Origin origin = origins.getOrDefault(known.id(), current);
            return Optional.of(
                    isOneLine(known.source())
                            ? LineNumbers.Placed.onOneLine(origin)
                            : LineNumbers.Placed.by(analysis.wrapper(known), origin));
        }
        // most snippets are one line, and to have JShell wrap a text once more takes as long as to compile it
        return isOneLine(source)
                ? Optional.of(LineNumbers.Placed.onOneLine(current))
                : analysis.wrappers(source).stream()
                        .findFirst()
                        .map(wrapper -> LineNumbers.Placed.by(wrapper, current));
    }

    private static boolean isOneLine(String text) {
        return text.strip().indexOf('\n') < 0;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            shell.close();
        } finally {
            lock.unlock();
        }
    }

    /** Hands JShell the engine that stands already. */
    private record Provider(WorkerEngine engine) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "jotter";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return engine;
        }
    }
}
