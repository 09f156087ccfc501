package io.jotter.api.widgets;

import io.jotter.api.Comm;
import io.jotter.api.Comms;
import io.jotter.api.EventLine;
import io.jotter.api.Host;
import io.jotter.api.Magic;
import io.jotter.api.MimeBundle;
import io.jotter.api.OutputTarget;
import io.jotter.api.PageEvents;
import io.jotter.api.Renderer;
import io.jotter.api.StatementEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A kernel with a page that takes down what it is told, and whose handlers run when the test says so. */
final class ListeningPage implements Host, PageEvents, Comms {
    final List<String> sent = new ArrayList<>();
    final Map<String, Comm.Received> comms = new LinkedHashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private @Nullable OutputTarget target;

    /** The page sends a change to the widget that was opened last. */
    void changes(String state) {
        List<Comm.Received> all = new ArrayList<>(comms.values());
        all.get(all.size() - 1).received("{\"method\":\"update\",\"state\":" + state + "}", List.of());
    }

    void runHandlers() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    @Override
    public Comm open(String name, String data, String metadata, List<byte[]> buffers) {
        String id = "comm-" + (comms.size() + 1);
        comms.put(id, (content, attached) -> {});
        return new Comm() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public void send(String content, String about, List<byte[]> attached) {
                sent.add(content);
            }

            @Override
            public void onMessage(Comm.Received handler) {
                comms.put(id, handler);
            }

            @Override
            public void onClose(Runnable handler) {}

            @Override
            public void close(String content) {
                sent.add("close " + id);
            }
        };
    }

    @Override
    public EventLine line() {
        return new EventLine() {
            @Override
            public void add(Runnable handler) {
                waiting.add(handler);
            }

            @Override
            public void addLatest(Object key, Runnable handler) {
                waiting.add(handler);
            }
        };
    }

    @Override
    public void during(OutputTarget taker, Runnable body) {
        OutputTarget before = target;
        target = taker;
        try {
            body.run();
        } finally {
            target = before;
        }
    }

    @Override
    public void fail(Throwable thrown) {
        if (target != null) {
            target.fail(thrown.getClass().getName(), String.valueOf(thrown.getMessage()), List.of());
        }
    }

    @Override
    public Runnable boundHere(Runnable body) {
        return body;
    }

    @Override
    public void onCellEnd(Runnable action) {}

    @Override
    public void keepWhileShown(Object value) {}

    @Override
    public byte @Nullable [] classFile(Class<?> type) {
        return null;
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        Object known = shared.get(type);
        T one = known == null ? maker.get() : type.cast(known);
        shared.put(type, one);
        return one;
    }

    @Override
    public void onOpen(String name, Opened handler) {}

    @Override
    public Comms atOnce() {
        return this;
    }

    @Override
    public Comms comms() {
        return this;
    }

    @Override
    public PageEvents pageEvents() {
        return this;
    }

    @Override
    public MimeBundle render(@Nullable Object value) {
        return MimeBundle.text(String.valueOf(value));
    }

    @Override
    public void display(MimeBundle bundle, String id) {}

    @Override
    public void updateDisplay(MimeBundle bundle, String id) {}

    @Override
    public void clearOutput(boolean wait) {}

    @Override
    public String readLine(String prompt, boolean password) {
        return "";
    }

    @Override
    public @Nullable Object eval(String code) {
        return null;
    }

    @Override
    public @Nullable Object lineMagic(String name, List<String> arguments) {
        return null;
    }

    @Override
    public @Nullable Object cellMagic(String name, List<String> arguments, String body) {
        return null;
    }

    @Override
    public void registerMagic(Magic magic) {}

    @Override
    public void registerRenderer(Renderer<?> renderer) {}

    @Override
    public void whenStatementEnds(StatementEnd end) {}
}
