package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import io.jotter.server.engine.WorkerEvents;
import io.jotter.server.magics.Magics;
import io.jotter.wire.Frame;
import io.jotter.wire.Thrown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Passes on what the worker shows; what has no cell of its own goes under the running one, or the last. */
final class SessionEvents implements WorkerEvents {
    /** The target of the comms of ipywidgets' protocol. */
    private static final String WIDGETS = "jupyter.widget";

    private final CellOutput output;
    private final Map<String, String> openComms = new ConcurrentHashMap<>();
    private final Magics magics;
    private final CellSources sources;
    private final Path folder;
    private volatile String currentCell = "";
    private volatile Function<Frame, Frame.Value> nested = frame -> {
        throw new IllegalStateException("No session yet");
    };

    /**
     * @param folder the notebook's
     */
    SessionEvents(CellOutput output, Magics magics, CellSources sources, Path folder) {
        this.sources = sources;
        this.folder = folder;
        this.output = output;
        this.magics = magics;
    }

    /** Who runs what a cell asks for. */
    void serveWith(Function<Frame, Frame.Value> handler) {
        nested = handler;
    }

    void runs(String cell) {
        currentCell = cell;
    }

    String currentCell() {
        return currentCell;
    }

    Map<String, String> openComms() {
        return openComms;
    }

    private String known(String cell) {
        return cell.isEmpty() ? currentCell : cell;
    }

    @Override
    public void text(String cell, boolean error, String text) {
        output.stream(known(cell), error ? "stderr" : "stdout", text);
    }

    @Override
    public void display(String cell, String id, boolean update, MimeBundle bundle) {
        if (update) {
            output.updateDisplay(known(cell), bundle, id);
        } else {
            output.display(known(cell), bundle, id);
        }
    }

    @Override
    public void clearOutput(String cell, boolean whenNext) {
        output.clearOutput(known(cell), whenNext);
    }

    @Override
    public String input(String prompt, boolean password) throws IOException {
        return output.input(currentCell, prompt, password);
    }

    @Override
    public void endInput(String why) {
        output.endInput(why);
    }

    @Override
    public void workerGone() {
        openComms.keySet().forEach(comm -> output.commClose(currentCell, comm, "{}"));
        if (openComms.containsValue(WIDGETS)) {
            output.stream(
                    currentCell,
                    "stderr",
                    "The notebook's widgets have gone with the worker. Run the cells that make them again.\n");
        }
        openComms.clear();
        magics.forgetAdded();
    }

    @Override
    public void magicAdded(String name, String help) {
        magics.add(name, help);
    }

    @Override
    public Frame.Value nested(Frame question) {
        return nested.apply(question);
    }

    @Override
    public void failure(String cell, Thrown thrown) {
        output.error(known(cell), (EvalOutcome.Failure) Outcomes.threw(thrown, sources, folder));
    }

    @Override
    public List<String> explained(Thrown thrown) {
        EvalOutcome.Failure failure = (EvalOutcome.Failure) Outcomes.threw(thrown, sources, folder);
        List<String> told = new ArrayList<>(List.of(failure.name(), failure.message()));
        told.addAll(failure.traceback());
        return told;
    }

    @Override
    public void comm(Frame frame) {
        if (frame instanceof Frame.CommOpen open) {
            openComms.put(open.commId(), open.target());
            output.commOpen(
                    known(open.cell()), open.commId(), open.target(), open.data(), open.metadata(), open.buffers());
        } else if (frame instanceof Frame.CommMessage message) {
            output.commMessage(
                    known(message.cell()), message.commId(), message.data(), message.metadata(), message.buffers());
        } else if (frame instanceof Frame.CommClose close) {
            openComms.remove(close.commId());
            output.commClose(known(close.cell()), close.commId(), close.data());
        }
    }
}
