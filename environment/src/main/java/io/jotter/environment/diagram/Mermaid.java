package io.jotter.environment.diagram;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.environment.chart.ThemedPicture;

/**
 * A diagram in Mermaid's language; its source, which is made to be read, is its plain text. A simple flow chart is drawn here,
 * so that it is a picture everywhere; any other diagram is drawn by the front end if that has Mermaid, as JupyterLab has, which
 * would prefer a picture beside it.
 */
public record Mermaid(String source) implements Displayable {
    private static final String MIME = "text/vnd.mermaid";

    @Override
    public MimeBundle toMimeBundle() {
        String text = source.strip();
        return MermaidFlowchart.parse(text)
                .map(graph -> {
                    DotDrawing drawing = new DotDrawing(graph, DotLayout.of(graph));
                    return ThemedPicture.bundle(drawing::paint, drawing.width(), drawing.height(), text);
                })
                .orElseGet(() -> MimeBundle.text(text))
                .with(MIME, text);
    }
}
