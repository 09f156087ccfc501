package io.jotter.api.widgets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A field whose text is not shown. The page saves it with the notebook as it saves every widget, so keep no secret in one. */
public final class Password extends ValueWidget<Password, String> {
    private final List<Consumer<String>> submitted = new CopyOnWriteArrayList<>();

    public Password() {
        super("PasswordModel", "value");
    }

    public Password(String text) {
        this();
        value(text);
    }

    @Override
    String fromState(@Nullable Object raw) {
        return String.valueOf(raw);
    }

    @Override
    Object toState(String value) {
        return value;
    }

    /** Shown, pale, while it is empty. */
    public Password placeholder(String text) {
        return set("placeholder", text);
    }

    /** Has this called with the text when the reader presses Enter. */
    public Password onSubmit(Consumer<String> handler) {
        submitted.add(handler);
        return this;
    }

    @Override
    void custom(Map<String, @Nullable Object> content) {
        if ("submit".equals(content.get("event"))) {
            submitted.forEach(handler -> later(() -> handler.accept(value())));
        }
    }

    /** Whether each key is told, or only Enter and leaving. */
    public Password continuousUpdate(boolean each) {
        return set("continuous_update", each);
    }
}
