package io.jotter.environment.diagram;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;

/** A formula, set by the page; its source is its plain text. */
public record Latex(String source) implements Displayable {
    @Override
    public MimeBundle toMimeBundle() {
        String set =
                source.contains("$") || source.contains("\\begin{") || source.contains("\\[") || source.contains("\\(")
                        ? source
                        : "$\\displaystyle " + source + "$";
        return MimeBundle.text(source).with(MimeBundle.LATEX, set);
    }
}
