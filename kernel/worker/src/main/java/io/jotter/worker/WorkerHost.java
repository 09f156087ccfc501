package io.jotter.worker;

import io.jotter.api.Comms;
import io.jotter.api.Host;
import io.jotter.api.Magic;
import io.jotter.api.MimeBundle;
import io.jotter.api.OutputTarget;
import io.jotter.api.PageEvents;
import io.jotter.api.Renderer;
import io.jotter.api.StatementEnd;
import io.jotter.wire.Frame;
import io.jotter.worker.magics.WorkerMagics;
import io.jotter.worker.render.Renderers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the functions of a cell do: by the outbox, or by a question to the front. */
final class WorkerHost implements Host {
    private final Outbox outbox;
    private final Cells cells;
    private final FrontCalls front;
    private final Renderers renderers;
    private final CommTable comms;
    private final WorkerPage page;
    private final WorkerMagics magics;
    private final StatementEnds ends;
    private volatile @Nullable String lastDisplayed;

    WorkerHost(
            Outbox outbox,
            Cells cells,
            FrontCalls front,
            Renderers renderers,
            CommTable comms,
            WorkerPage page,
            WorkerMagics magics,
            StatementEnds ends) {
        this.page = page;
        this.outbox = outbox;
        this.cells = cells;
        this.front = front;
        this.renderers = renderers;
        this.comms = comms;
        this.magics = magics;
        this.ends = ends;
    }

    @Override
    public MimeBundle render(@Nullable Object value) {
        return value == null ? MimeBundle.text("null") : renderers.render(value);
    }

    @Override
    public void display(MimeBundle bundle, String id) {
        OutputTarget target = cells.target();
        if (target != null) {
            target.display(bundle, id);
            return;
        }
        lastDisplayed = id;
        outbox.send(new Frame.Display(cells.ofThisThread(), id, false, bundle));
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String id) {
        OutputTarget target = cells.target();
        if (target != null && target.updateDisplay(bundle, id)) {
            return;
        }
        outbox.send(new Frame.Display(cells.ofThisThread(), id, true, bundle));
    }

    @Override
    public void clearOutput(boolean wait) {
        OutputTarget target = cells.target();
        if (target != null) {
            target.clear(wait);
            return;
        }
        outbox.send(new Frame.ClearOutput(cells.ofThisThread(), wait));
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
        if (!cells.isRunning()) {
            throw new IOException("Input can be asked for only while a cell runs: there is no one to answer.");
        }
        return front.readLine(prompt, password);
    }

    @Override
    public @Nullable Object eval(String code) {
        return front.value(call -> new Frame.Eval(call, code));
    }

    @Override
    public @Nullable Object lineMagic(String name, List<String> arguments) {
        return front.value(call -> new Frame.Magic(call, name, arguments, null));
    }

    @Override
    public @Nullable Object cellMagic(String name, List<String> arguments, String body) {
        return front.value(call -> new Frame.Magic(call, name, arguments, body));
    }

    @Override
    public void registerMagic(Magic magic) {
        magics.add(magic);
        outbox.send(new Frame.MagicAdded(magic.name(), String.valueOf(magic.help())));
    }

    @Override
    public void registerRenderer(Renderer<?> renderer) {
        renderers.add(renderer);
    }

    @Override
    public void whenStatementEnds(StatementEnd end) {
        ends.add(end);
    }

    /** Whether a value is the very id that a display just returned: what it names is on the page already. */
    @SuppressWarnings("ReferenceEquality") // an equal text of the user's own is shown
    boolean isShown(@Nullable Object value) {
        return value != null && value == lastDisplayed;
    }

    @Override
    public Comms comms() {
        return comms;
    }

    @Override
    public PageEvents pageEvents() {
        return page;
    }
}
