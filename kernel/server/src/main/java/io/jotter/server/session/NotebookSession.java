package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import io.jotter.server.engine.Death;
import io.jotter.server.engine.EngineSettings;
import io.jotter.server.engine.JavaEngine;
import io.jotter.server.magics.Magics;
import io.jotter.server.magics.RanCell;
import io.jotter.server.magics.maven.SourceJars;
import io.jotter.wire.Frame;
import io.jotter.wire.VariableLook;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The session over a real engine. */
public final class NotebookSession implements Session {
    /** Jupyter's own clients listen for 200 ms before their first cell; others send it at once, and must not wait for this. */
    private static final Duration BETWEEN_HELLO_AND_CELL = Duration.ofMillis(50);

    /** Who types a first name that could be completed has been silent for longer. */
    private static final Duration BEFORE_A_COMPLETION = Duration.ofMillis(300);

    /** Who asks what a name means would rather have its signature alone than wait longer. */
    private static final Duration FOR_A_SOURCE = Duration.ofMillis(1_500);

    private final CellOutput output;
    private final SessionEvents events;
    private final JavaEngine engine;
    private final Magics magics;
    private final MagicInterrupts magicInterrupts = new MagicInterrupts();
    private final CodeAssistant assistant;
    private final WarmUp warmUp = new WarmUp();
    private final CellSources sources;
    private final List<RanCell> history = new ArrayList<>();

    /** Held while something is evaluated; cells come one after the other, but the first may meet the warming up. */
    private final Object evaluating = new Object();

    private final SessionSettings settings;
    private final StartUp startUp;
    private final TimeLimit timeLimit;

    private NotebookSession(
            CellOutput output,
            SessionEvents events,
            JavaEngine engine,
            Magics magics,
            CellSources sources,
            SessionSettings settings) {
        this.output = output;
        this.sources = sources;
        this.events = events;
        this.engine = engine;
        this.magics = magics;
        this.assistant = new CodeAssistant(
                engine::withImports,
                new MagicAssistant(magics, () -> cellRun().outsideACell()),
                new LibraryJavadoc(engine::classPath, new SourceJars(FOR_A_SOURCE)::of),
                new NotebookSurroundings(engine));
        this.settings = settings;
        this.startUp = new StartUp(settings, text -> output.stream(events.currentCell(), "stderr", text));
        this.timeLimit = new TimeLimit(settings.cellMayTake(), this::interrupt);
        events.serveWith(question -> new NestedCalls(cellRun(), sources).answer(question));
    }

    /** Starts the worker and readies the compiler. */
    public static NotebookSession start(EngineSettings settings, CellOutput output) throws IOException {
        return start(settings, SessionSettings.NONE, output);
    }

    /** The same for a notebook that begins in a way of its own. */
    public static NotebookSession start(EngineSettings settings, SessionSettings session, CellOutput output)
            throws IOException {
        Magics magics = new Magics(Magics.builtIn());
        CellSources sources = new CellSources();
        SessionEvents events = new SessionEvents(output, magics, sources, settings.workingDirectory());
        JavaEngine engine =
                JavaEngine.start(settings, events, text -> output.stream(events.currentCell(), "stderr", text));
        return new NotebookSession(output, events, engine, magics, sources, session);
    }

    private CellRun cellRun() {
        return new CellRun(
                engine,
                magics,
                magicInterrupts,
                sources,
                new CellWriter(output, events::currentCell),
                this::ran,
                settings.extensions());
    }

    @Override
    public void warmUp(boolean cellWaits) {
        if (!cellWaits) {
            warmUp.atOnce(this::evaluateUnseen);
        }
        warmUp.inQuiet(BETWEEN_HELLO_AND_CELL, engine::completeImports);
        warmUp.inQuiet(BEFORE_A_COMPLETION, assistant::warmUp);
    }

    private void evaluateUnseen() {
        synchronized (evaluating) {
            engine.warmUp();
        }
    }

    @Override
    public EvalOutcome execute(String cell, int count, String code, boolean storeHistory) {
        if (storeHistory) {
            synchronized (history) {
                history.add(new RanCell(count, code));
            }
        }
        String file = "In [" + count + "]";
        sources.put(file, code);
        return inCell(
                cell,
                () -> timeLimit.keep(() -> {
                    CellRun run = cellRun();
                    run.loadExtensions(0);
                    return run.run(code, file, 0);
                }));
    }

    @Override
    public Map<String, EvalOutcome> evaluate(String cell, Map<String, String> expressions) {
        Map<String, EvalOutcome> outcomes = new LinkedHashMap<>();
        return inCell(cell, () -> {
            expressions.forEach((key, expression) -> outcomes.put(key, cellRun().run(expression, "expression", 0)));
            return outcomes;
        });
    }

    private <T> T inCell(String cell, Supplier<T> work) {
        return warmUp.afterwards(() -> {
            synchronized (evaluating) {
                begin(cell);
                try {
                    startUp.before(cellRun());
                    return work.get();
                } finally {
                    engine.endCell();
                }
            }
        });
    }

    private void begin(String cell) {
        events.runs(cell);
        Death death = engine.beginCell(cell);
        if (death != null) {
            output.stream(cell, "stderr", Outcomes.betweenCells(death));
        }
        output.displacedBy(cell).forEach(gone -> engine.pageSays(new Frame.Displaced(gone)));
    }

    @Override
    public void interrupt() {
        engine.interrupt();
        magicInterrupts.interrupt();
    }

    @Override
    public Completions complete(String code, int cursor) {
        return warmUp.afterwards(() -> assistant.complete(code, cursor));
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detail) {
        return warmUp.afterwards(() -> assistant.inspect(code, cursor, detail));
    }

    @Override
    public Completeness completeness(String code) {
        return assistant.completeness(code);
    }

    @Override
    public List<SeenVariable> variables() {
        return seen(engine.variables().looks());
    }

    @Override
    public Optional<List<SeenVariable>> parts(int reference, int start, int count) {
        return engine.variables().parts(reference, start, count).map(NotebookSession::seen);
    }

    private static List<SeenVariable> seen(List<VariableLook> looks) {
        return looks.stream()
                .map(look -> new SeenVariable(look.name(), look.type(), look.value(), look.reference(), look.size()))
                .toList();
    }

    @Override
    public Optional<RenderedVariable> rendered(String variable) {
        return engine.variables()
                .rendered(variable)
                .map(rendered -> new RenderedVariable(rendered.shown(), rendered.bundle()));
    }

    private List<RanCell> ran() {
        synchronized (history) {
            return List.copyOf(history);
        }
    }

    @Override
    public void commOpened(String cell, String commId, String target, String data, List<byte[]> buffers) {
        events.openComms().put(commId, target);
        engine.pageSays(new Frame.CommOpen(cell, commId, target, data, "{}", buffers));
    }

    @Override
    public void commMessage(String cell, String commId, String data, List<byte[]> buffers) {
        engine.pageSays(new Frame.CommMessage(cell, commId, data, "{}", buffers));
    }

    @Override
    public void commClosed(String cell, String commId, String data) {
        events.openComms().remove(commId);
        engine.pageSays(new Frame.CommClose(cell, commId, data));
    }

    @Override
    public Map<String, String> comms() {
        return Map.copyOf(events.openComms());
    }

    @Override
    public void close() {
        warmUp.close();
        engine.close();
    }
}
