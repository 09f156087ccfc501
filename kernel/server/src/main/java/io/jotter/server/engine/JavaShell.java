package io.jotter.server.engine;

import io.jotter.wire.ClassFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** JShell over one worker, for that worker's life. Every method takes the lock. */
final class JavaShell implements AutoCloseable {
    private final ShellLock lock;
    private final WorkerEngine engine;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final SnippetPlaces places;
    private final Redefinitions redefinitions;
    private final SnippetOutcomes outcomes;
    private final FinalVariables finals;
    private final List<String> preloads;
    private final AmbiguousNames names;
    private final ShellContents contents;
    private @Nullable CompilePath compilePath;
    private final NewestResult newestResult;
    private List<String> laterImports;
    private final IJavaImports ofIJava;
    private boolean warming;
    private boolean hasRun;
    private int results;
    private final CompilerAge compiler = new CompilerAge();

    JavaShell(
            Supplier<WorkerProcess> worker,
            StopLadder ladder,
            List<Path> classPath,
            PackageIndex index,
            List<String> compilerOptions)
            throws IOException {
        this.lock = new ShellLock();
        this.engine = new WorkerEngine(worker, ladder, lock, this::ofPage);
        this.preloads = Imports.of(classPath);
        this.laterImports = preloads;
        this.names = new AmbiguousNames(Imports.packages(String.join("\n", preloads)));
        this.shell = JShell.builder()
                .executionEngine(new EngineProvider(engine), Map.of())
                .compilerOptions(Stream.concat(Stream.of("-Xlint:deprecation"), compilerOptions.stream())
                        .toArray(String[]::new))
                .tempVariableNameGenerator(() -> warming ? "$warm" : "$" + ++results)
                .fileManager(standard -> {
                    compilePath = new CompilePath(standard, classPath, index);
                    return compilePath;
                })
                .build();
        this.analysis = shell.sourceCodeAnalysis();
        this.newestResult = new NewestResult(shell, engine);
        this.places = new SnippetPlaces(shell);
        this.redefinitions = new Redefinitions(shell, places);
        this.outcomes = new SnippetOutcomes(shell, places, redefinitions);
        this.ofIJava = new IJavaImports(shell, redefinitions);
        this.finals = new FinalVariables(places);
        this.contents = new ShellContents(shell, places, preloads);
    }

    /**
     * Evaluates the preloaded imports, unless that is done. They take longer than all else before a first cell: so they come
     * when a name is not found, or in idle time.
     */
    void completeImports() {
        lock.lock();
        try {
            List<String> imports = laterImports;
            laterImports = List.of();
            for (String together : imports) {
                if (isRejected(evaluateImports(together))) {
                    // a notebook that asked for another version of a library may lack one of its packages
                    together.lines().forEach(this::evaluateImports);
                }
            }
            compiler.told(shell);
        } finally {
            lock.unlock();
        }
    }

    private List<SnippetEvent> evaluateImports(String source) {
        List<SnippetEvent> events = shell.eval(source);
        compiler.compiled(shell, events);
        return events;
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

    /** Whether any code of the notebook's has been run. */
    boolean hasRun() {
        lock.lock();
        try {
            return hasRun;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of a compiler that has seen much; the next snippet gets a new one. Called between cells. */
    void renewCompiler() {
        lock.lock();
        try {
            compiler.renew(shell);
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
        SnippetPlaces.Page before = places.page();
        try {
            places.turnTo(code, origin);
            CanonicalConstructors compiled = CanonicalConstructors.asWritten(code);
            List<Snippet> replaced = new ArrayList<>();
            List<SnippetEvent> events = evaluate(code, show, nestedIn, replaced);
            if (!laterImports.isEmpty() && !isSettled(events)) {
                completeImports();
                events = evaluate(code, show, nestedIn, replaced);
            }
            for (var amended = amended(compiled, events); amended.isPresent(); amended = amended(compiled, events)) {
                compiled = amended.get();
                places.turnTo(compiled.source(), origin);
                events = evaluate(compiled.source(), show, nestedIn, replaced);
            }
            String asCompiled = compiled.source();
            events = ofIJava.completed(asCompiled, events, () -> evaluate(asCompiled, show, nestedIn, replaced));
            for (String meant : events.isEmpty()
                    ? List.<String>of()
                    : names.meanings(
                            asCompiled,
                            shell.diagnostics(events.get(0).snippet()).toList())) {
                // a single-type import wins over those on demand; it stays only if the snippet compiles with it
                List<SnippetEvent> pin = evaluateImports("import " + meant + ";");
                List<SnippetEvent> again = evaluate(asCompiled, show, nestedIn, replaced);
                if (!isRejected(again)) {
                    events = again;
                    break;
                }
                pin.forEach(event -> shell.drop(event.snippet()));
            }
            Optional<String> assigned = finals.takeAssigned();
            SnippetOutcome outcome = assigned.<SnippetOutcome>map(variable ->
                            new SnippetOutcome.Refused(List.of(FinalVariables.problem(variable, asCompiled))))
                    .orElse(outcomes.of(events, engine.takeOutcome(), compiled));
            if (assigned.isPresent()) {
                events.stream()
                        .filter(event -> event.causeSnippet() == null
                                && shell.status(event.snippet()).isActive())
                        .forEach(event -> shell.drop(event.snippet()));
            }
            if (assigned.isPresent() || isRejected(events)) {
                replaced.forEach(former -> declare(former, former.source()));
            }
            for (VarSnippet variable : redefinitions.withoutDeclaration()) {
                // its type may be none of what has changed: then its value is there yet
                declare(variable, variable.typeName() + " " + variable.name() + ";");
            }
            return outcome;
        } finally {
            compiler.told(shell);
            places.turnTo(before.source(), before.origin());
            lock.unlock();
        }
    }

    /**
     * Declares something again without running it: JShell forgets what a declaration replaces also when it refuses the new
     * one. A variable then has its value, for that is in the same class as before.
     */
    private void declare(Snippet former, String source) {
        places.turnTo(source, places.of(former));
        engine.prepareToDeclare();
        List<SnippetEvent> events = shell.eval(source);
        places.saw(events);
        redefinitions.saw(events, false);
    }

    private Optional<CanonicalConstructors> amended(CanonicalConstructors compiled, List<SnippetEvent> events) {
        return isRejected(events)
                ? compiled.amended(shell.diagnostics(events.get(0).snippet()).toList())
                : Optional.empty();
    }

    /** Whether the compiler has found all that it looked for. */
    static boolean isSettled(List<SnippetEvent> events) {
        return events.stream().allMatch(event -> event.causeSnippet() != null || event.status() == Status.VALID);
    }

    static boolean isRejected(List<SnippetEvent> events) {
        return events.stream().anyMatch(event -> event.causeSnippet() == null && event.status() == Status.REJECTED);
    }

    /**
     * @param replaced takes what stood in place of the new declaration
     */
    private List<SnippetEvent> evaluate(String source, boolean show, int nestedIn, List<Snippet> replaced) {
        engine.prepare(show, nestedIn);
        List<SnippetEvent> events = shell.eval(source);
        for (SnippetEvent event : events) {
            if (event.status() == Status.OVERWRITTEN && event.previousStatus().isActive()) {
                replaced.add(event.snippet());
            }
        }
        compiler.compiled(shell, events);
        hasRun |= engine.hasInvoked();
        places.saw(events);
        redefinitions.saw(events, true);
        finals.saw(events);
        events.forEach(newestResult::saw);
        return events;
    }

    /** What became of earlier declarations and values since the last time, and what a cell's own still wait for. */
    List<String> notes(String file) {
        lock.lock();
        try {
            return redefinitions.take(file);
        } finally {
            lock.unlock();
        }
    }

    /** Asks what of the notebook's own stands here. */
    <T> T contents(Function<ShellContents, T> query) {
        lock.lock();
        try {
            return query.apply(contents);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all that the notebook has declared, its values too. */
    void forgetAll() {
        lock.lock();
        try {
            for (Snippet snippet : contents.own()) {
                if (snippet instanceof VarSnippet variable) {
                    engine.forget(places.outerClass(variable), variable.name());
                }
                shell.drop(snippet);
            }
            newestResult.forget();
        } finally {
            lock.unlock();
        }
    }

    /** There are other classes on the class path than before. */
    void classesChanged() {
        lock.lock();
        try {
            compiler.renewNow(shell);
        } finally {
            lock.unlock();
        }
    }

    /** What is about to be loaded, as the page has it. */
    private List<ClassFile> ofPage(List<ClassFile> compiled) {
        if (finals.areAssignedBy(compiled)) {
            engine.prepareToDeclare();
        }
        return LineNumbers.ofPage(compiled, places::ofClass);
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
}
