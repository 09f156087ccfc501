package io.jotter.api.widgets;

/** A button that stays pressed. */
public final class ToggleButton extends BooleanWidget<ToggleButton> {
    public ToggleButton() {
        super("ToggleButtonModel");
    }

    public ToggleButton(String description) {
        this();
        description(description);
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
