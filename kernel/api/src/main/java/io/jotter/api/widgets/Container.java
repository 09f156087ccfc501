package io.jotter.api.widgets;

import java.util.Arrays;
import java.util.List;

/**
 * A widget that holds others.
 *
 * @param <S> the widget's own type
 */
public abstract class Container<S extends Container<S>> extends DomWidget<S> {
    Container(String modelName, Widget<?>... children) {
        super(modelName);
        children(children);
    }

    /** What it holds, in order. */
    public final List<Widget<?>> children() {
        @SuppressWarnings("unchecked") // set below alone
        List<Widget<?>> children = get("children") instanceof List<?> list ? (List<Widget<?>>) list : List.of();
        return children;
    }

    /** Has it hold these in place of what it held. */
    public final S children(Widget<?>... children) {
        return set("children", List.copyOf(Arrays.asList(children)));
    }

    /** {@code "success"}, {@code "info"}, {@code "warning"}, {@code "danger"}, or nothing. */
    public final S boxStyle(String style) {
        return set("box_style", style);
    }
}
