package io.jotter.api.widgets;

/** A box to tick. */
public final class Checkbox extends BooleanWidget<Checkbox> {
    public Checkbox() {
        super("CheckboxModel");
    }

    public Checkbox(String description) {
        this();
        description(description);
    }

    /** Whether it stands where other widgets do that have a label before them. */
    public Checkbox indent(boolean indent) {
        return set("indent", indent);
    }
}
