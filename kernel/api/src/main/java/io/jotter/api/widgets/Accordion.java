package io.jotter.api.widgets;

/** Widgets that unfold one at a time. */
public final class Accordion extends Pages<Accordion> {
    public Accordion(Widget<?>... children) {
        super("AccordionModel", children);
    }
}
