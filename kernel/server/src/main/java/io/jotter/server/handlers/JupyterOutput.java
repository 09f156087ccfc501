package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.api.MimeBundle;
import io.jotter.server.session.CellOutput;
import io.jotter.server.session.EvalOutcome;
import io.jotter.server.zmq.IopubPublisher;
import io.jotter.server.zmq.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what cells show, each under the request that it belongs to, also when that request has long been answered.
 */
public final class JupyterOutput implements CellOutput {
    /** A page that long forgot a cell shows nothing of it, so it may be forgotten here too. */
    private static final int REMEMBERED_CELLS = 4096;

    /** What answers a page's message comes soon; a slider that is drawn sends hundreds, which are to displace no cell. */
    private static final int REMEMBERED_MESSAGES = 256;

    private final IopubPublisher publisher;
    private final StdinChannel stdin;
    private final Terminals terminals = new Terminals();
    private final AtomicLong count = new AtomicLong();
    // guarded by itself
    private final Map<String, Cell> cells = remembering(REMEMBERED_CELLS);
    // guarded by cells
    private final Map<String, Cell> messages = remembering(REMEMBERED_MESSAGES);
    private final DisplacedCells displaced = new DisplacedCells();

    /** Of an ended cell the header is kept alone: its code may be large. Only one of a terminal's has moving lines. */
    private record Cell(
            JsonObject parent,
            boolean allowStdin,
            @Nullable Message running,
            @Nullable MovingLines lines) {}

    public JupyterOutput(IopubPublisher publisher, StdinChannel stdin) {
        this.publisher = publisher;
        this.stdin = stdin;
    }

    private static Map<String, Cell> remembering(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Cell> eldest) {
                return size() > most;
            }
        };
    }

    /** Passes a page's comm message on; the name that it is given is that of a cell, for {@link CellOutput}. */
    void passOn(Request request, Consumer<String> work) {
        String name = "message-" + count.incrementAndGet();
        JsonObject header = request.message().header();
        synchronized (cells) {
            messages.put(name, new Cell(header, false, null, lines(name, header)));
        }
        work.accept(name);
    }

    /** Runs something in the name of a request; the name that it is given is that of a cell, for {@link CellOutput}. */
    void during(Request request, Consumer<String> work) {
        String cell = "run-" + count.incrementAndGet();
        Message message = request.message();
        displaced.runs(cell, message.metadata());
        boolean allowStdin = Json.flag(request.content(), "allow_stdin", false);
        synchronized (cells) {
            cells.put(cell, new Cell(message.header(), allowStdin, message, lines(cell, message.header())));
        }
        try {
            work.accept(cell);
        } finally {
            end(cell);
            synchronized (cells) {
                cells.replace(cell, new Cell(message.header(), allowStdin, null, null));
            }
            stdin.cellEnded(message);
        }
    }

    /** Who prints what is displayed and cannot replace it. */
    Terminals terminals() {
        return terminals;
    }

    private @Nullable MovingLines lines(String cell, JsonObject header) {
        return terminals.has(header)
                ? new MovingLines(text -> publish(cell, "stream", new StreamContent("stdout", text)))
                : null;
    }

    private void end(String cell) {
        MovingLines lines = linesOf(cell);
        if (lines != null) {
            lines.end();
        }
    }

    private @Nullable MovingLines linesOf(String cell) {
        Cell known = cell(cell);
        return known == null ? null : known.lines();
    }

    @Override
    public void stream(String cell, String name, String text) {
        MovingLines lines = linesOf(cell);
        if (lines != null) {
            lines.somethingElse();
        }
        publish(cell, "stream", new StreamContent(name, text));
    }

    @Override
    public void display(String cell, MimeBundle bundle, String displayId) {
        publish(cell, "display_data", new DisplayContent(bundle, displayId));
        MovingLines lines = linesOf(cell);
        if (lines != null) {
            lines.displayed(bundle, displayId);
        }
    }

    @Override
    public void updateDisplay(String cell, MimeBundle bundle, String displayId) {
        publish(cell, "update_display_data", new DisplayContent(bundle, displayId));
        MovingLines lines = linesOf(cell);
        if (lines != null) {
            lines.updated(bundle, displayId);
        }
    }

    @Override
    public void clearOutput(String cell, boolean wait) {
        JsonObject content = new JsonObject();
        content.addProperty("wait", wait);
        publisher.publish("clear_output", parent(cell), content);
    }

    @Override
    public String input(String cell, String prompt, boolean password) throws IOException {
        Cell known = cell(cell);
        if (known == null || known.running() == null) {
            throw new IOException("There is no one to ask: the cell that asks for input has ended. Ask while it runs.");
        }
        if (!known.allowStdin()) {
            throw new IOException(
                    "There is no one to ask: the notebook runs without a reader, or its client takes no input. "
                            + "Give the value in the code instead.");
        }
        return stdin.ask(known.running(), prompt, password);
    }

    @Override
    public void endInput(String why) {
        stdin.endAll(why);
    }

    @Override
    public void error(String cell, EvalOutcome.Failure failure) {
        publish(cell, "error", ErrorContent.of(failure));
    }

    @Override
    public List<String> displacedBy(String cell) {
        return displaced.by(cell);
    }

    @Override
    public void commOpen(
            String cell, String commId, String target, String data, String metadata, List<byte[]> buffers) {
        publish(cell, "comm_open", new CommContent(commId, target, data), metadata, buffers);
    }

    @Override
    public void commMessage(String cell, String commId, String data, String metadata, List<byte[]> buffers) {
        publish(cell, "comm_msg", new CommContent(commId, "", data), metadata, buffers);
    }

    @Override
    public void commClose(String cell, String commId, String data) {
        publish(cell, "comm_close", new CommContent(commId, "", data));
    }

    private void publish(String cell, String type, Content content) {
        publisher.publish(type, parent(cell), content.toJson());
    }

    private void publish(String cell, String type, Content content, String metadata, List<byte[]> buffers) {
        publisher.publish(
                type, parent(cell), content.toJson(), Json.parseObject("metadata of a comm", metadata), buffers);
    }

    private JsonObject parent(String cell) {
        Cell known = cell(cell);
        return known == null ? new JsonObject() : known.parent();
    }

    private @Nullable Cell cell(String name) {
        synchronized (cells) {
            Cell found = cells.get(name);
            return found == null ? messages.get(name) : found;
        }
    }
}
