package io.jotter.api.widgets;

/** A field for many lines of text. */
public final class TextArea extends TextWidget<TextArea> {
    public TextArea() {
        super("TextareaModel");
    }

    public TextArea(String text) {
        this();
        value(text);
    }
}
