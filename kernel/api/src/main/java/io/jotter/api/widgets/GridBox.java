package io.jotter.api.widgets;

/** Widgets in a grid. */
public final class GridBox extends Container<GridBox> {
    public GridBox(Widget<?>... children) {
        super("GridBoxModel", children);
    }

    /** How wide the columns are, as CSS says it: {@code "1fr 2fr"}, {@code "repeat(3, 100px)"}. */
    public GridBox columns(String template) {
        layout().set("grid_template_columns", template);
        return this;
    }
}
