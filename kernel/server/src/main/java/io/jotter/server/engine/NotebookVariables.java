package io.jotter.server.engine;

import io.jotter.api.MimeBundle;
import io.jotter.wire.Frame;
import io.jotter.wire.VariableLook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notebook's variables: the compiler knows their names and types, the worker what they hold. May be asked by any
 * thread, also while a cell runs; with a worker that is gone there are none, and one that says nothing is not waited for.
 */
public final class NotebookVariables {
    private static final Logger LOG = LoggerFactory.getLogger(NotebookVariables.class);

    /** Longer than the worker gives itself for a look; then it is stopped, or its heap is full. */
    private static final Duration FOR_A_LOOK = Duration.ofSeconds(4);

    private static final Duration TO_SHOW = Duration.ofSeconds(10);

    /** What stands before a type that the notebook has not imported. */
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:\\p{Ll}[\\w]*\\.)+(?=\\p{Lu})");

    private static final String SILENT = "The worker does not answer at the moment.";

    private final Supplier<Generation> generation;
    private volatile List<VariableLook> last = List.of();

    NotebookVariables(Supplier<Generation> generation) {
        this.generation = generation;
    }

    /** Where they live. */
    public List<HeldVariable> held() {
        return generation.get().shell().contents(ShellContents::held);
    }

    /** What they are now, in the order of their declarations; what they were, if the worker is silent. */
    public List<VariableLook> looks() {
        List<HeldVariable> held = held();
        List<String> names = held.stream().map(HeldVariable::name).toList();
        List<String> holders = held.stream().map(HeldVariable::holder).toList();
        try {
            Optional<Frame> answer = ask(call -> new Frame.Inspect(call, names, holders), FOR_A_LOOK);
            if (answer.isPresent() && answer.get() instanceof Frame.Inspected seen && seen.ok()) {
                last = typed(seen.looks(), held);
            }
            return last;
        } catch (WorkerDiedException gone) {
            last = List.of();
            return last;
        }
    }

    private static List<VariableLook> typed(List<VariableLook> looks, List<HeldVariable> held) {
        List<VariableLook> typed = new ArrayList<>(looks.size());
        for (int i = 0; i < looks.size(); i++) {
            VariableLook look = looks.get(i);
            typed.add(new VariableLook(
                    look.name(),
                    PACKAGES.matcher(held.get(i).type()).replaceAll(""),
                    look.value(),
                    look.reference(),
                    look.size()));
        }
        return typed;
    }

    /**
     * What a value is made of.
     *
     * @param count how many parts from {@code start} on; 0: all, folded if they are many
     * @return empty if the value is not there any more
     */
    public Optional<List<VariableLook>> parts(int reference, int start, int count) {
        try {
            Optional<Frame> answer = ask(call -> new Frame.InspectInto(call, reference, start, count), FOR_A_LOOK);
            return answer.isPresent() && answer.get() instanceof Frame.Inspected seen && seen.ok()
                    ? Optional.of(seen.looks())
                    : Optional.empty();
        } catch (WorkerDiedException gone) {
            return Optional.empty();
        }
    }

    /**
     * A variable's value as a cell would show it.
     *
     * @param shown whether it is that; else the plain text says why not
     */
    public record Rendered(boolean shown, MimeBundle bundle) {}

    /** Renders a variable's value; empty if there is no variable of the name. */
    public Optional<Rendered> rendered(String name) {
        return held().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .map(variable -> {
                    try {
                        return ask(call -> new Frame.ShowVariable(call, name, variable.holder()), TO_SHOW)
                                                .orElse(null)
                                        instanceof Frame.Shown shown
                                ? new Rendered(shown.ok(), shown.bundle())
                                : new Rendered(false, MimeBundle.text(SILENT));
                    } catch (WorkerDiedException gone) {
                        return new Rendered(false, MimeBundle.text("The worker has ended, and with it the variable."));
                    }
                });
    }

    private Optional<Frame> ask(IntFunction<Frame> question, Duration most) throws WorkerDiedException {
        Optional<Frame> answer = generation.get().worker().connection().ask(question, most);
        if (answer.isEmpty()) {
            LOG.warn("The worker has not told of its variables within {} s", most.toSeconds());
        }
        return answer;
    }
}
