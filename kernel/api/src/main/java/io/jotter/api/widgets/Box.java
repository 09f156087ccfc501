package io.jotter.api.widgets;

/** A plain box; its layout says how it places what it holds. */
public final class Box extends Container<Box> {
    public Box(Widget<?>... children) {
        super("BoxModel", children);
    }
}
