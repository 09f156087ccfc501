package io.jotter.api.widgets;

/** Widgets of which the program shows one. */
public final class Stacked extends Pages<Stacked> {
    public Stacked(Widget<?>... children) {
        super("StackModel", children);
        if (children.length > 0) {
            selected(0);
        }
    }
}
