package io.jotter.api.widgets;

/** Widgets side by side. */
public final class HBox extends Container<HBox> {
    public HBox(Widget<?>... children) {
        super("HBoxModel", children);
    }
}
