package io.jotter.api.widgets;

/** A field whose text is not shown. The page saves it with the notebook as it saves every widget, so keep no secret in one. */
public final class Password extends LineWidget<Password> {
    public Password() {
        super("PasswordModel");
    }

    public Password(String text) {
        this();
        value(text);
    }
}
