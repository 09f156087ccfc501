package io.jotter.api.widgets;

/** Widgets of which the program shows one. */
public final class Stack extends Pages<Stack> {
    public Stack(Widget<?>... children) {
        super("StackModel", children);
        if (children.length > 0) {
            selected(0);
        }
    }
}
