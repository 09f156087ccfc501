package io.jotter.server;

import io.jotter.api.MimeBundle;
import io.jotter.server.session.CellOutput;
import io.jotter.server.session.Completeness;
import io.jotter.server.session.Completions;
import io.jotter.server.session.EvalOutcome;
import io.jotter.server.session.RenderedVariable;
import io.jotter.server.session.SeenVariable;
import io.jotter.server.session.Session;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A session in which cells do what a test says; a cell without a script has its own text as its value. */
public final class ScriptedSession implements Session {
    private final CellOutput output;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> executed = new CopyOnWriteArrayList<>();
    private volatile Runnable onInterrupt = () -> {};
    private volatile Runnable onClose = () -> {};

    /** What a cell does. */
    @FunctionalInterface
    public interface Script {
        EvalOutcome run(String cell) throws IOException;
    }

    public ScriptedSession(CellOutput output) {
        this.output = output;
    }

    public CellOutput output() {
        return output;
    }

    public ScriptedSession when(String code, Script script) {
        scripts.put(code, script);
        return this;
    }

    /** A cell that says when it has begun and ends when the gate is opened. */
    public Gate gate(String code, EvalOutcome outcome) {
        Gate gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
        when(code, cell -> {
            gate.pass();
            return outcome;
        });
        return gate;
    }

    public void onInterrupt(Runnable action) {
        onInterrupt = action;
    }

    public void onClose(Runnable action) {
        onClose = action;
    }

    /** The code of the cells that were run, in their order. */
    public List<String> executed() {
        return List.copyOf(executed);
    }

    public static EvalOutcome value(String text) {
        return new EvalOutcome.Value(MimeBundle.text(text));
    }

    public static EvalOutcome failure(String message) {
        return new EvalOutcome.UserError("Oops", message, List.of("Oops: " + message));
    }

    @Override
    public void warmUp(boolean cellWaits) {}

    @Override
    public EvalOutcome execute(String cell, int count, String code, boolean storeHistory) {
        executed.add(code);
        Script script = scripts.get(code);
        try {
            return script == null ? value(code) : script.run(cell);
        } catch (IOException e) {
            return failure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Map<String, EvalOutcome> evaluate(String cell, Map<String, String> expressions) {
        Map<String, EvalOutcome> outcomes = new LinkedHashMap<>();
        expressions.forEach((name, code) -> outcomes.put(name, code.equals("bad") ? failure("bad") : value(code)));
        return outcomes;
    }

    @Override
    public void interrupt() {
        onInterrupt.run();
    }

    @Override
    public Completions complete(String code, int cursor) {
        if (code.equals("throw")) {
            throw new AssertionError("an error of the kernel's own");
        }
        return new Completions(List.of(new Completions.Match(code + "!", "function", "")), 0, cursor);
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detail) {
        return Optional.empty();
    }

    @Override
    public Completeness completeness(String code) {
        return new Completeness("complete", "");
    }

    @Override
    public List<SeenVariable> variables() {
        return List.of(
                new SeenVariable("list", "List<Integer>", "[1, 2]", 7, 2), new SeenVariable("n", "int", "3", 0, 0));
    }

    @Override
    public Optional<List<SeenVariable>> parts(int reference, int start, int count) {
        return reference == 7
                ? Optional.of(List.of(new SeenVariable("[" + start + "]", "Integer", String.valueOf(count), 0, 0)))
                : Optional.empty();
    }

    @Override
    public Optional<RenderedVariable> rendered(String variable) {
        return switch (variable) {
            case "list" -> Optional.of(new RenderedVariable(true, MimeBundle.html("<b>1, 2</b>", "[1, 2]")));
            case "broken" -> Optional.of(new RenderedVariable(false, MimeBundle.text("it has failed")));
            default -> Optional.empty();
        };
    }

    @Override
    public void commOpened(String cell, String commId, String target, String data, List<byte[]> buffers) {
        executed.add("comm_open " + commId);
    }

    @Override
    public void commMessage(String cell, String commId, String data, List<byte[]> buffers) {
        executed.add("comm_msg " + commId);
    }

    @Override
    public void commClosed(String cell, String commId, String data) {
        executed.add("comm_close " + commId);
    }

    @Override
    public Map<String, String> comms() {
        return Map.of();
    }

    @Override
    public void close() {
        onClose.run();
    }

    /** Where a cell waits for its test. */
    public record Gate(CountDownLatch entered, CountDownLatch opened) {
        public void pass() {
            entered.countDown();
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        public void awaitEntered() throws InterruptedException {
            entered.await();
        }

        public void open() {
            opened.countDown();
        }
    }
}
