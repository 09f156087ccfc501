package io.jotter.worker;

import io.jotter.api.MimeBundle;
import io.jotter.wire.Frame;
import io.jotter.wire.RunOutcome;
import io.jotter.wire.Thrown;
import io.jotter.wire.VariableLook;
import io.jotter.worker.inspect.Inspector;
import io.jotter.worker.render.Renderers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers what a panel of variables asks: on the cell thread while no cell runs, so that nothing is in use meanwhile, and
 * else on a thread aside that looks at less. Always answers, whatever the values do.
 */
final class Inspections {
    /** For a look while no cell runs, and while one does, in milliseconds. */
    private static final long FOR_A_LOOK = 1_000;

    private static final long FOR_A_LOOK_ASIDE = 500;

    /** For a value as a cell would show it, in milliseconds. */
    private static final long TO_SHOW = 5_000;

    /** Threads that did not come back from a look; one more, and nothing is looked at aside any more. */
    private static final int MOST_LOST = 8;

    private static final String WAIT = "\n\nA cell runs. What it is working with is shown in full when it has ended.";

    private static final String TOO_LONG =
            "To show this takes too long here. Show it in a cell, where it can be interrupted.";

    private final Inspector inspector;
    private final CellRuns runs;
    private final Cells cells;
    private final Renderers renderers;
    private final SnippetRunner runner;
    private final Outbox outbox;
    private final Reserve reserve;
    private final TaskQueue asked = new TaskQueue();
    private TaskQueue aside = new TaskQueue();
    private int lost;

    Inspections(
            Inspector inspector,
            CellRuns runs,
            Cells cells,
            Renderers renderers,
            SnippetRunner runner,
            Outbox outbox,
            Reserve reserve) {
        this.inspector = inspector;
        this.runs = runs;
        this.cells = cells;
        this.renderers = renderers;
        this.runner = runner;
        this.outbox = outbox;
        this.reserve = reserve;
    }

    /** Called once. */
    void start() {
        new OwnThread("inspections", this::answer).start();
        startAside();
    }

    void inspect(Frame.Inspect inspect) {
        asked.add(() -> {
            Optional<List<VariableLook>> looks =
                    look(cellRuns -> inspector.variables(inspect.names(), inspect.holders(), cellRuns));
            outbox.send(new Frame.Inspected(inspect.call(), looks.isPresent(), looks.orElse(List.of())));
        });
    }

    void inspectInto(Frame.InspectInto into) {
        asked.add(() -> {
            Optional<List<VariableLook>> looks = look(cellRuns ->
                            inspector.parts(into.reference(), into.start(), into.count(), cellRuns))
                    .flatMap(Function.identity());
            outbox.send(new Frame.Inspected(into.call(), looks.isPresent(), looks.orElse(List.of())));
        });
    }

    void show(Frame.ShowVariable show) {
        asked.add(() -> outbox.send(shown(show)));
    }

    private Frame.Shown shown(Frame.ShowVariable show) {
        if (cells.isRunning()) {
            String line = aside(() -> inspector.line(show.name(), show.holder(), true))
                    .orElse("");
            return new Frame.Shown(show.call(), true, MimeBundle.text((line + WAIT).strip()));
        }
        Errand<RunOutcome> errand =
                new Errand<>(() -> runner.guarded(() -> bundle(show), true).outcome());
        Optional<RunOutcome> outcome = onCellThread(errand, TO_SHOW);
        if (outcome.isPresent() && outcome.get() instanceof RunOutcome.Returned returned) {
            return new Frame.Shown(show.call(), true, returned.bundle());
        }
        String why = outcome.isPresent() && outcome.get() instanceof RunOutcome.Threw threw
                ? "To show it has failed: " + words(threw.thrown())
                : TOO_LONG;
        return new Frame.Shown(show.call(), false, MimeBundle.text(why));
    }

    private static String words(Thrown thrown) {
        return thrown.message() == null ? thrown.className() : thrown.className() + ": " + thrown.message();
    }

    private MimeBundle bundle(Frame.ShowVariable show) throws ReflectiveOperationException {
        Object value = inspector.value(show.name(), show.holder());
        return value == null ? MimeBundle.text("null") : renderers.render(value);
    }

    private <T> Optional<T> look(Function<Boolean, T> look) {
        Optional<T> looked =
                cells.isRunning() ? Optional.empty() : onCellThread(new Errand<>(() -> look.apply(false)), FOR_A_LOOK);
        return looked.isPresent() ? looked : aside(() -> look.apply(true));
    }

    private <T> Optional<T> onCellThread(Errand<T> errand, long millis) {
        runs.errand(errand);
        try {
            return errand.await(millis, runs::start);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the worker's own", e);
        }
    }

    private <T> Optional<T> aside(Supplier<T> look) {
        if (lost > MOST_LOST) {
            return Optional.empty();
        }
        Errand<T> errand = new Errand<>(look);
        aside.add(errand);
        try {
            return errand.await(FOR_A_LOOK_ASIDE, () -> {
                lost++;
                startAside();
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the worker's own", e);
        }
    }

    private void startAside() {
        TaskQueue queue = new TaskQueue();
        aside = queue;
        Thread thread = new Thread(null, () -> lookAside(queue), "variables", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    private static void lookAside(TaskQueue queue) {
        while (true) {
            try {
                queue.next().run();
            } catch (InterruptedException stray) {
                // a cell may interrupt every thread that it finds
            } catch (CellRuns.Retired left) {
                return;
            }
        }
    }

    private void answer() {
        try {
            while (true) {
                reserve.insistOn(asked.next());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the worker's own", e);
        }
    }
}
