package io.jotter.environment.diagram;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;

/** A diagram, drawn by JupyterLab, in the theme's colours; its source, which is made to be read, is its plain text. */
public record Mermaid(String source) implements Displayable {
    private static final String MIME = "text/vnd.mermaid";

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.text(source.strip()).with(MIME, source.strip());
    }
}
