package io.jotter.api.widgets;

/** Widgets behind tabs; the first is shown. */
public final class Tab extends Pages<Tab> {
    public Tab(Widget<?>... children) {
        super("TabModel", children);
        if (children.length > 0) {
            selected(0);
        }
    }
}
