package io.jotter.worker;

import io.jotter.api.EventLine;
import io.jotter.api.OutputTarget;
import io.jotter.api.PageEvents;
import io.jotter.wire.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What acts on the page's events: the lines of handlers, where their output goes, and what is kept for them. */
final class WorkerPage implements PageEvents {
    private final Outbox outbox;
    private final Cells cells;
    private final FrontCalls front;
    private final NotebookLoader loader;
    private final EventRuns runs;
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();
    private final List<Runnable> cellEnds = new CopyOnWriteArrayList<>();
    /** By the cell under which they stand. Guarded by itself. */
    private final Map<String, Set<Object>> onThePage = new HashMap<>();

    WorkerPage(Outbox outbox, Cells cells, FrontCalls front, NotebookLoader loader) {
        this.outbox = outbox;
        this.cells = cells;
        this.front = front;
        this.loader = loader;
        this.runs = new EventRuns(outbox, cells, loader, this::fail);
    }

    EventRuns runs() {
        return runs;
    }

    /** What a cell had shown has gone from the page. */
    void displaced(String cell) {
        synchronized (onThePage) {
            onThePage.remove(cell);
        }
    }

    @Override
    public EventLine line() {
        return runs.line();
    }

    @Override
    public void during(OutputTarget target, Runnable body) {
        cells.during(target, body);
    }

    @Override
    public Runnable boundHere(Runnable body) {
        Cells.Place place = cells.here();
        return () -> cells.in(place, body);
    }

    @Override
    public void onCellEnd(Runnable action) {
        cellEnds.add(action);
    }

    /** What is still to be sent of the cell's is sent. */
    void cellEnds() {
        for (Runnable action : cellEnds) {
            try {
                cells.in(new Cells.Place(cells.current(), null), action);
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    @Override
    public void fail(Throwable thrown) {
        OutputTarget target = cells.target();
        if (target == null) {
            outbox.send(new Frame.Failure(cells.ofThisThread(), Throwables.describe(thrown)));
            return;
        }
        List<String> told = explained(thrown);
        target.fail(told.get(0), told.get(1), told.subList(2, told.size()));
    }

    private List<String> explained(Throwable thrown) {
        Object told = front.value(call -> new Frame.Explain(call, Throwables.describe(thrown)));
        List<String> lines = new ArrayList<>();
        if (told instanceof List<?> texts) {
            texts.forEach(text -> lines.add(String.valueOf(text)));
        }
        return lines;
    }

    @Override
    public void keepWhileShown(Object value) {
        OutputTarget target = cells.target();
        if (target != null) {
            target.keep(value);
            return;
        }
        synchronized (onThePage) {
            onThePage
                    .computeIfAbsent(cells.ofThisThread(), cell -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(value);
        }
    }

    @Override
    public byte @Nullable [] classFile(Class<?> type) {
        return type.getClassLoader() == loader ? loader.classFile(type.getName()) : null;
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        return type.cast(shared.computeIfAbsent(type, absent -> maker.get()));
    }
}
