package io.jotter.api.widgets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A button. Its handlers run also while a cell runs, so it can stop what the cell does. */
public final class Button extends Described<Button> {
    private final List<Runnable> clicked = new CopyOnWriteArrayList<>();

    public Button() {
        super("ButtonModel");
    }

    public Button(String description) {
        this();
        description(description);
    }

    /** Has this called at each click, one at a time. */
    public Button onClick(Runnable handler) {
        clicked.add(handler);
        return this;
    }

    /** Calls the handlers as a click does. */
    public void click() {
        clicked.forEach(Runnable::run);
    }

    /** The name of an icon of Font Awesome 4, for example {@code "stop"}. */
    public Button icon(String name) {
        return set("icon", name);
    }

    /** {@code "primary"}, {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or nothing. */
    public Button buttonStyle(String style) {
        return set("button_style", style);
    }

    @Override
    void custom(Map<String, @Nullable Object> content) {
        if ("click".equals(content.get("event"))) {
            clicked.forEach(this::later);
        }
    }
}
