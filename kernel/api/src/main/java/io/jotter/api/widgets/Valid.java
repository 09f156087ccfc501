package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** A mark that says whether something is right. */
public final class Valid extends ValueWidget<Valid, Boolean> {
    public Valid() {
        super("ValidModel", "value");
    }

    public Valid(String description) {
        this();
        description(description);
    }

    @Override
    Boolean fromState(@Nullable Object raw) {
        return Boolean.TRUE.equals(raw);
    }

    @Override
    Object toState(Boolean value) {
        return value;
    }
}
