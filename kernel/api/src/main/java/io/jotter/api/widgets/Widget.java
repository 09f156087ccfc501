package io.jotter.api.widgets;

import io.jotter.api.Comm;
import io.jotter.api.Displayable;
import io.jotter.api.EventLine;
import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A model of the page's, and its state on this side. The page is told of it when it is first shown, alone or in another
 * widget; a change from then on is sent at once. May be used by any thread.
 *
 * @param <S> the widget's own type, which its setters return
 */
public abstract class Widget<S extends Widget<S>> implements Displayable {
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static final int LONGEST_TEXT = 110;

    private final StockModels.Model model;
    // guarded by this, as are the next two
    private final Map<String, @Nullable Object> state;
    private final Map<String, List<Consumer<@Nullable Object>>> handlers = new LinkedHashMap<>();
    private @Nullable Comm comm;
    /** What lives as long as this widget: links from it. */
    private final List<Object> attached = new ArrayList<>();
    /** Of the place where this widget was made: there its handlers show what they show. */
    private final @Nullable EventLine line;

    private final List<WeakReference<Runnable>> listening = new CopyOnWriteArrayList<>();

    Widget(String modelName) {
        this.model = StockModels.named(modelName);
        this.state = model.newState();
        this.line = Notebook.isRunning() ? Notebook.host().pageEvents().line() : null;
        if (state.containsKey("layout")) {
            state.put("layout", new Layout());
        }
        if (model.style() != null) {
            state.put("style", new Style(model.style()));
        }
    }

    @SuppressWarnings("unchecked") // S is this class
    final S self() {
        return (S) this;
    }

    // ---- what the page shows

    @Override
    public MimeBundle toMimeBundle() {
        String id = open();
        OpenWidgets.ofThisNotebook().page().keepWhileShown(this);
        return MimeBundle.text(toString())
                .with(VIEW, "{\"version_major\":2,\"version_minor\":0,\"model_id\":\"" + id + "\"}");
    }

    /** The name of the class and what differs from a new one of its kind. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(getClass().getSimpleName()).append('(');
        String before = "";
        for (Map.Entry<String, @Nullable Object> trait : copyOfState().entrySet()) {
            Object value = trait.getValue();
            boolean said = trait.getKey().startsWith("_") || value instanceof Layout || value instanceof Style;
            if (!said && !Objects.equals(value, model.state().get(trait.getKey()))) {
                text.append(before).append(trait.getKey()).append('=');
                text.append(
                        value instanceof CharSequence
                                ? "'" + value + "'"
                                : value instanceof byte[] bytes ? bytes.length + " bytes" : value);
                before = ", ";
            }
        }
        text.append(')');
        return text.length() <= LONGEST_TEXT ? text.toString() : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** Takes the widget from the page, with all its views. It can be shown again. */
    public void close() {
        Comm closing;
        synchronized (this) {
            closing = comm;
            comm = null;
        }
        if (closing != null && OpenWidgets.ofThisNotebook().remove(closing.id())) {
            closing.close("{}");
        }
    }

    // ---- its state

    final @Nullable Object get(String trait) {
        synchronized (this) {
            return state.get(trait);
        }
    }

    /** Sets a trait, tells the page, and calls the handlers on this thread; nothing if it is as it was. */
    final S set(String trait, @Nullable Object value) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put(trait, value);
        return set(changes);
    }

    /** Several at once: the page never sees one without the other. */
    final S set(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        synchronized (this) {
            values.forEach((trait, value) -> {
                if (!Objects.equals(state.get(trait), value)) {
                    state.put(trait, value);
                    changes.put(trait, value);
                }
            });
            if (comm != null && !changes.isEmpty()) {
                send(comm, "update", changes);
            }
        }
        changes.forEach((trait, value) -> handlersOf(trait).forEach(handler -> handler.accept(value)));
        if (!changes.isEmpty()) {
            tellOfChange();
        }
        return self();
    }

    /** Whether this model has such a trait. */
    final boolean has(String trait) {
        return model.state().containsKey(trait);
    }

    final List<String> traits() {
        return model.state().keySet().stream()
                .filter(trait -> !trait.startsWith("_"))
                .toList();
    }

    private synchronized Map<String, @Nullable Object> copyOfState() {
        return new LinkedHashMap<>(state);
    }

    final Wire wholeState(List<Object> place) {
        return Wire.of(copyOfState(), place);
    }

    /** Keeps something alive as long as this widget. */
    final synchronized void attach(Object companion) {
        attached.add(companion);
    }

    // ---- its handlers

    /** Has this called with each new value, whoever changed it; for changes of the page's, on the widget's line. */
    final void onChangeOf(String trait, Consumer<@Nullable Object> handler) {
        synchronized (this) {
            handlers.computeIfAbsent(trait, absent -> new ArrayList<>()).add(handler);
        }
    }

    /**
     * Has this called at once when anything has changed, whoever changed it; it waits for nothing. Held weakly: a widget of
     * the reader's own must not keep every result that it was ever used for.
     */
    final void onAnyChange(Runnable action) {
        listening.add(new WeakReference<>(action));
    }

    private void tellOfChange() {
        listening.removeIf(each -> each.get() == null);
        for (WeakReference<Runnable> each : listening) {
            Runnable action = each.get();
            if (action != null) {
                action.run();
            }
        }
    }

    private synchronized List<Consumer<@Nullable Object>> handlersOf(String trait) {
        return List.copyOf(handlers.getOrDefault(trait, List.of()));
    }

    /** Queues one handler's call. */
    final void later(Runnable handler) {
        if (line != null) {
            line.add(handler);
        }
    }

    // ---- the page's side

    /** The id by which the page knows it, which it has been told of by then. */
    final synchronized String open() {
        Comm known = comm;
        if (known != null) {
            return known.id();
        }
        OpenWidgets widgets = OpenWidgets.ofThisNotebook();
        Wire wire = wholeState(List.of());
        Comm opened = Notebook.host()
                .comms()
                .atOnce()
                .open(
                        "jupyter.widget",
                        JsonText.write(Map.of("state", wire.state(), "buffer_paths", wire.paths())),
                        OpenWidgets.PROTOCOL,
                        wire.buffers());
        comm = opened;
        // weakly: what is open must not keep the widget
        WeakReference<Widget<S>> self = new WeakReference<>(this);
        opened.onMessage((data, buffers) -> {
            Widget<S> widget = self.get();
            if (widget != null) {
                widget.received(opened, data);
            }
        });
        opened.onClose(() -> {
            Widget<S> widget = self.get();
            if (widget != null) {
                widget.closedByPage(opened);
            }
        });
        widgets.add(this, opened);
        return opened.id();
    }

    private synchronized void closedByPage(Comm closed) {
        if (closed.equals(comm)) {
            comm = null;
        }
        OpenWidgets.ofThisNotebook().remove(closed.id());
    }

    private static void send(Comm comm, String method, Map<String, @Nullable Object> changes) {
        Wire wire = Wire.of(changes);
        comm.send(
                JsonText.write(Map.of("method", method, "state", wire.state(), "buffer_paths", wire.paths())),
                "{}",
                wire.buffers());
    }

    private void received(Comm from, String data) {
        Map<String, @Nullable Object> message = JsonText.readObject(data);
        Object method = message.get("method");
        if ("update".equals(method)) {
            changedByPage(from, map(message.get("state")));
        } else if ("request_state".equals(method)) {
            synchronized (this) {
                send(from, "update", state);
            }
        } else if ("custom".equals(method)) {
            custom(map(message.get("content")));
        }
    }

    @SuppressWarnings("unchecked") // what is read has strings for keys
    private static Map<String, @Nullable Object> map(@Nullable Object read) {
        return read instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The page has changed this: taken over as far as it is right, and said to be so to other pages and this one. */
    private void changedByPage(Comm from, Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        synchronized (this) {
            Map<String, @Nullable Object> known = new LinkedHashMap<>(sent);
            known.keySet().removeIf(trait -> !has(trait));
            send(from, "echo_update", known);
            Map<String, @Nullable Object> corrected = new LinkedHashMap<>();
            known.forEach((trait, raw) -> {
                Object before = state.get(trait);
                Object value = isOurs(before) ? before : acceptedOr(before, trait, raw);
                if (!Objects.equals(value, before)) {
                    state.put(trait, value);
                    changes.put(trait, value);
                }
                if (!isOurs(before) && !same(value, raw)) {
                    corrected.put(trait, value);
                }
            });
            if (!corrected.isEmpty()) {
                send(from, "update", corrected);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        tellOfChange();
        changes.forEach(this::queue);
    }

    private void queue(String trait, @Nullable Object value) {
        List<Consumer<@Nullable Object>> called = handlersOf(trait);
        if (line != null && !called.isEmpty()) {
            line.addLatest(trait, () -> called.forEach(handler -> handler.accept(value)));
        }
    }

    /** A page does not change which widgets belong to which, and names them by ids. */
    private static boolean isOurs(@Nullable Object value) {
        return value instanceof Widget<?>
                || (value instanceof List<?> list && list.stream().anyMatch(Widget.class::isInstance));
    }

    private static boolean same(@Nullable Object value, @Nullable Object raw) {
        if (value instanceof List<?> ours && raw instanceof List<?> theirs && ours.size() == theirs.size()) {
            for (int i = 0; i < ours.size(); i++) {
                if (!same(ours.get(i), theirs.get(i))) {
                    return false;
                }
            }
            return true;
        }
        // a page writes 1 for 1.0
        if (value instanceof Number ours && raw instanceof Number theirs) {
            return ours.doubleValue() == theirs.doubleValue();
        }
        return Objects.equals(value, raw);
    }

    private @Nullable Object acceptedOr(@Nullable Object before, String trait, @Nullable Object raw) {
        // a page of another version, or a program that plays one: it is told what stands
        if (raw == null ? model.state().get(trait) != null : before != null && !isOfOneKind(before, raw)) {
            return before;
        }
        try {
            return accepted(trait, raw);
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException wrong) {
            return before;
        }
    }

    private static boolean isOfOneKind(Object value, Object raw) {
        return (value instanceof Number && raw instanceof Number)
                || (value instanceof List && raw instanceof List)
                || (value instanceof Map && raw instanceof Map)
                || value.getClass() == raw.getClass();
    }

    /**
     * What becomes of a value that the page sends.
     *
     * @throws IllegalArgumentException if it is none for this trait
     */
    @Nullable
    Object accepted(String trait, @Nullable Object raw) {
        return raw;
    }

    /** The page says something that is no change of state. Called at once: handlers go on the line. */
    void custom(Map<String, @Nullable Object> content) {}
}
