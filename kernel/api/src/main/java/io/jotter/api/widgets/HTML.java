package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** A text in HTML, which the page shows as it is: escape what comes from elsewhere. */
public final class HTML extends ValueWidget<HTML, String> {
    public HTML() {
        super("HTMLModel", "value");
    }

    public HTML(String text) {
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
}
