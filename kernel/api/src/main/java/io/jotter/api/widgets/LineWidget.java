package io.jotter.api.widgets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A field for one line, which Enter submits.
 *
 * @param <S> the widget's own type
 */
public abstract class LineWidget<S extends LineWidget<S>> extends TextWidget<S> {
    private final List<Consumer<String>> submitted = new CopyOnWriteArrayList<>();

    LineWidget(String modelName) {
        super(modelName);
    }

    /** Has this called with the text when the reader presses Enter. */
    public final S onSubmit(Consumer<String> handler) {
        submitted.add(handler);
        return self();
    }

    @Override
    final void custom(Map<String, @Nullable Object> content) {
        if ("submit".equals(content.get("event"))) {
            submitted.forEach(handler -> later(() -> handler.accept(value())));
        }
    }

    /** Whether each key is told, or only Enter and leaving. */
    public final S continuousUpdate(boolean each) {
        return set("continuous_update", each);
    }
}
