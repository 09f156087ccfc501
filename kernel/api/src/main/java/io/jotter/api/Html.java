package io.jotter.api;

/** HTML to be shown as it stands. The plain text is the source itself. */
public record Html(String source) implements Displayable {
    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.html(source, source);
    }
}
