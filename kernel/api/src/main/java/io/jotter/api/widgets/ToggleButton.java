package io.jotter.api.widgets;

import org.jspecify.annotations.Nullable;

/** A button that stays pressed. */
public final class ToggleButton extends ValueWidget<ToggleButton, Boolean> {
    public ToggleButton() {
        super("ToggleButtonModel", "value");
    }

    public ToggleButton(String description) {
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

    /** The name of an icon of Font Awesome 4, for example {@code "check"}. */
    public ToggleButton icon(String name) {
        return set("icon", name);
    }

    /** {@code "primary"}, {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or nothing. */
    public ToggleButton buttonStyle(String style) {
        return set("button_style", style);
    }
}
