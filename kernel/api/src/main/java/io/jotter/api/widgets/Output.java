package io.jotter.api.widgets;

import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import io.jotter.api.OutputTarget;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A place for what code prints and shows, that is part of the page's other widgets and can be replaced. Its content is
 * sent at most twenty times a second, and the last of it always.
 */
public final class Output extends DomWidget<Output> {
    /** Between two times that it is sent, in nanoseconds. */
    private static final long APART = 50_000_000;

    /** What has been printed to one stream beyond this loses its beginning, in UTF-16 units. */
    private static final int LONGEST_TEXT = 200_000;

    private final Target target = new Target();

    public Output() {
        super("OutputModel");
    }

    /** Runs this with all that it prints and shows going here, also from threads that it starts. */
    public Output capture(Runnable body) {
        try {
            Notebook.host().pageEvents().during(target, body);
        } finally {
            send();
        }
        return this;
    }

    /**
     * Runs this in the same way, and shows its value, or its exception. What was there stays until there is something in its
     * stead; what comes within a moment comes as one.
     *
     * @param moment in milliseconds
     */
    void replaceBy(Callable<@Nullable Object> body, long moment) {
        target.clear(true);
        target.holdFor(moment);
        capture(() -> {
            try {
                Object value = body.call();
                if (value != null) {
                    target.displayValue(value);
                }
            } catch (Exception | StackOverflowError | AssertionError | ExceptionInInitializerError e) {
                Notebook.host().pageEvents().fail(e);
            }
            target.end();
        });
    }

    /** Adds a value as a cell would show it. */
    public Output show(@Nullable Object value) {
        return capture(() -> target.displayValue(value));
    }

    /** Adds text. */
    public Output print(String text) {
        target.print(false, text);
        return this;
    }

    /** Removes what is there. */
    public Output clear() {
        target.clear(false);
        send();
        return this;
    }

    /** What is there, as text. */
    public String text() {
        return target.text();
    }

    /** Tells the page of what has changed since it was last told. */
    void send() {
        target.send();
    }

    private static Map<String, @Nullable Object> output(String type) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("output_type", type);
        return output;
    }

    /** Guarded by itself; the widget's own monitor is taken within. */
    private final class Target implements OutputTarget {
        private final List<Map<String, @Nullable Object>> outputs = new ArrayList<>();
        private final Map<String, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
        private final List<Object> kept = new ArrayList<>();
        private boolean clearWhenNext;
        private boolean changed;
        private boolean announced;
        private long sendFrom = System.nanoTime();

        @Override
        public void print(boolean error, String text) {
            synchronized (this) {
                begin();
                String name = error ? "stderr" : "stdout";
                Map<String, @Nullable Object> last = outputs.isEmpty() ? null : outputs.get(outputs.size() - 1);
                if (last != null && name.equals(last.get("name"))) {
                    // the state that was sent is not to change under whoever reads it
                    outputs.set(outputs.size() - 1, stream(name, last.get("text") + text));
                } else {
                    outputs.add(stream(name, text));
                }
            }
            changed();
        }

        private Map<String, @Nullable Object> stream(String name, String text) {
            Map<String, @Nullable Object> stream = output("stream");
            stream.put("name", name);
            stream.put("text", text.length() <= LONGEST_TEXT ? text : text.substring(text.length() - LONGEST_TEXT));
            return stream;
        }

        void displayValue(@Nullable Object value) {
            MimeBundle bundle = Notebook.render(value);
            if (!bundle.isEmpty()) {
                display(bundle, "");
            }
        }

        @Override
        public void display(MimeBundle bundle, String id) {
            synchronized (this) {
                List<Object> shown = List.copyOf(justKept);
                begin();
                kept.addAll(shown);
                justKept.clear();
                Map<String, @Nullable Object> output = described(bundle);
                outputs.add(output);
                if (!id.isEmpty()) {
                    byId.put(id, output);
                }
            }
            changed();
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // another with the same content stays
        public boolean updateDisplay(MimeBundle bundle, String id) {
            synchronized (this) {
                Map<String, @Nullable Object> before = byId.get(id);
                if (before == null) {
                    return false;
                }
                Map<String, @Nullable Object> output = described(bundle);
                outputs.replaceAll(each -> each == before ? output : each);
                byId.put(id, output);
                changed = true;
            }
            changed();
            return true;
        }

        private Map<String, @Nullable Object> described(MimeBundle bundle) {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            bundle.data().forEach((mime, content) -> data.put(mime, content(mime, content)));
            Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
            bundle.metadata().forEach((mime, json) -> metadata.put(mime, JsonText.read(json)));
            Map<String, @Nullable Object> output = output("display_data");
            output.put("data", data);
            output.put("metadata", metadata);
            return output;
        }

        private static @Nullable Object content(String mime, Object content) {
            if (content instanceof byte[] bytes) {
                return Base64.getEncoder().encodeToString(bytes);
            }
            return mime.equals("application/json") || mime.endsWith("+json")
                    ? JsonText.read((String) content)
                    : content;
        }

        @Override
        public void clear(boolean wait) {
            synchronized (this) {
                clearWhenNext = wait;
                if (wait) {
                    return;
                }
                empty();
            }
            changed();
        }

        @Override
        public void fail(String name, String message, List<String> traceback) {
            synchronized (this) {
                begin();
                Map<String, @Nullable Object> error = output("error");
                error.put("ename", name);
                error.put("evalue", message);
                error.put("traceback", List.copyOf(traceback));
                outputs.add(error);
            }
            changed();
        }

        /** Of what is being rendered, before it is displayed: it goes with that, and not with what that replaces. */
        private final List<Object> justKept = new ArrayList<>();

        @Override
        public synchronized void keep(Object value) {
            justKept.add(value);
        }

        private void empty() {
            clearWhenNext = false;
            outputs.clear();
            byId.clear();
            kept.clear();
            changed = true;
        }

        private void begin() {
            if (clearWhenNext) {
                empty();
            }
            changed = true;
        }

        synchronized void holdFor(long millis) {
            sendFrom = System.nanoTime() + millis * 1_000_000;
        }

        /** Nothing more comes: where nothing came at all, nothing is to be seen. */
        void end() {
            synchronized (this) {
                if (clearWhenNext) {
                    empty();
                }
            }
        }

        private void changed() {
            long left;
            synchronized (this) {
                left = sendFrom - System.nanoTime();
                if (left > 0) {
                    if (announced) {
                        return;
                    }
                    announced = true;
                }
            }
            if (left <= 0) {
                send();
            } else {
                OpenWidgets.ofThisNotebook().sendSoon(Output.this, left / 1_000_000 + 1);
            }
        }

        void send() {
            List<Map<String, @Nullable Object>> content;
            synchronized (this) {
                announced = false;
                if (!changed) {
                    return;
                }
                changed = false;
                sendFrom = System.nanoTime() + APART;
                content = List.copyOf(outputs);
                // within, or two threads could send in the wrong order
                set("outputs", content);
            }
            OpenWidgets.ofThisNotebook().sent(Output.this);
        }

        synchronized String text() {
            StringBuilder text = new StringBuilder();
            for (Map<String, @Nullable Object> output : outputs) {
                if (output.get("text") instanceof String printed) {
                    text.append(printed);
                } else if (output.get("data") instanceof Map<?, ?> data) {
                    text.append(data.get(MimeBundle.PLAIN)).append('\n');
                } else {
                    text.append(output.get("ename"))
                            .append(": ")
                            .append(output.get("evalue"))
                            .append('\n');
                }
            }
            return text.toString();
        }
    }
}
