package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** A box to tick. */
public final class Checkbox extends ValueWidget<Checkbox, Boolean> {
    public Checkbox() {
        super("CheckboxModel", "value");
    }

    public Checkbox(String description) {
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

    /** Whether it stands where other widgets do that have a label before them. */
    public Checkbox indent(boolean indent) {
        return set("indent", indent);
    }
}
