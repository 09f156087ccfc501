package io.jotter.api.widgets;

/** A field for one line of text. */
public final class Text extends LineWidget<Text> {
    public Text() {
        super("TextModel");
    }

    public Text(String text) {
        this();
        value(text);
    }
}
