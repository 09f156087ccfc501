package io.jotter.api;

/** Markdown to be shown as JupyterLab shows it in a text cell, formulas included. */
public record Markdown(String source) implements Displayable {
    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.text(source).with(MimeBundle.MARKDOWN, source);
    }
}
