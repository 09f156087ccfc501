package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** HTML with LaTeX between dollar signs, which the page shows as it is: escape what comes from elsewhere. */
public final class HTMLMath extends ValueWidget<HTMLMath, String> {
    public HTMLMath() {
        super("HTMLMathModel", "value");
    }

    public HTMLMath(String text) {
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
