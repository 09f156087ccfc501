package io.jotter.api.widgets;

/** Widgets one above the other. */
public final class VBox extends Container<VBox> {
    public VBox(Widget<?>... children) {
        super("VBoxModel", children);
    }
}
