package io.jotter.api.widgets;

import io.jotter.api.Comm;
import io.jotter.api.Notebook;
import io.jotter.api.PageEvents;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * The widgets of which the page knows. They are held weakly: a widget that no variable, no handler and no other widget
 * names, and that stands on no page any more, is closed there too.
 *
 * <p>Guarded by monitors alone: a stop releases those.
 */
final class OpenWidgets {
    static final String PROTOCOL = "{\"version\":\"2.1.0\"}";
    private static final String CONTROL = "jupyter.widget.control";

    private final PageEvents page;
    private final Map<String, WeakReference<Widget<?>>> open = new LinkedHashMap<>();
    private final Cleaner cleaner = Cleaner.create();
    private final Set<Output> unsent = new LinkedHashSet<>();
    private final Timer timer = new Timer("widget outputs", true);

    private OpenWidgets(PageEvents page) {
        this.page = page;
        page.onCellEnd(this::sendOutputs);
        Notebook.host()
                .comms()
                .atOnce()
                .onOpen(CONTROL, (comm, data, buffers) -> comm.onMessage((request, attached) -> answer(comm, request)));
    }

    /** Those of this notebook's kernel. */
    static OpenWidgets ofThisNotebook() {
        PageEvents page = Notebook.host().pageEvents();
        return page.shared(OpenWidgets.class, () -> new OpenWidgets(page));
    }

    PageEvents page() {
        return page;
    }

    /** A widget has been opened; when nothing holds it any more, its comm is closed. */
    void add(Widget<?> widget, Comm comm) {
        synchronized (open) {
            open.put(comm.id(), new WeakReference<>(widget));
        }
        cleaner.register(widget, new Closing(this, comm));
    }

    /** Holds the comm and not the widget, which else would never be let go. */
    private record Closing(OpenWidgets widgets, Comm comm) implements Runnable {
        @Override
        public void run() {
            if (widgets.remove(comm.id())) {
                comm.close("{}");
            }
        }
    }

    /** Whether it was there. */
    boolean remove(String id) {
        synchronized (open) {
            return open.remove(id) != null;
        }
    }

    /** An output's content has changed, and is to be sent in some milliseconds at the latest, and before the cell ends. */
    void sendSoon(Output output, long millis) {
        synchronized (unsent) {
            unsent.add(output);
        }
        Runnable bound = page.boundHere(output::send);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        bound.run();
                    }
                },
                millis);
    }

    void sent(Output output) {
        synchronized (unsent) {
            unsent.remove(output);
        }
    }

    private void sendOutputs() {
        Set<Output> all;
        synchronized (unsent) {
            all = new LinkedHashSet<>(unsent);
        }
        all.forEach(Output::send);
    }

    /** A page that was loaded anew asks for all there is. */
    private void answer(Comm comm, String request) {
        if (!"request_states".equals(JsonText.readObject(request).get("method"))) {
            return;
        }
        Map<String, WeakReference<Widget<?>>> all;
        synchronized (open) {
            all = new LinkedHashMap<>(open);
        }
        Map<String, Object> states = new LinkedHashMap<>();
        List<List<Object>> paths = new java.util.ArrayList<>();
        List<byte[]> buffers = new java.util.ArrayList<>();
        all.forEach((id, reference) -> {
            Widget<?> widget = reference.get();
            if (widget != null) {
                Wire wire = widget.wholeState(List.of(id, "state"));
                states.put(id, described(wire.state()));
                paths.addAll(wire.paths());
                buffers.addAll(wire.buffers());
            }
        });
        String answer = JsonText.write(Map.of("method", "update_states", "states", states, "buffer_paths", paths));
        comm.send(answer, "{}", buffers);
    }

    private static Map<String, @Nullable Object> described(Map<String, @Nullable Object> state) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("model_name", state.get("_model_name"));
        described.put("model_module", state.get("_model_module"));
        described.put("model_module_version", state.get("_model_module_version"));
        described.put("state", state);
        return described;
    }
}
