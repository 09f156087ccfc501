package io.jotter.api.widgets;

/** A mark that says whether something is right. */
public final class Valid extends BooleanWidget<Valid> {
    public Valid() {
        super("ValidModel");
    }

    public Valid(String description) {
        this();
        description(description);
    }
}
