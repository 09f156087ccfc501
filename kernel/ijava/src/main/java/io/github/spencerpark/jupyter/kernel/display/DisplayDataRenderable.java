package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.util.Set;

/** A value that renders itself. */
public interface DisplayDataRenderable extends Displayable {
    Set<MIMEType> ANY = Set.of(MIMEType.ANY);

    /** All that it can be rendered as. */
    Set<MIMEType> getSupportedRenderTypes();

    /** What it is rendered as when nobody asks for a type. */
    default Set<MIMEType> getPreferredRenderTypes() {
        return getSupportedRenderTypes();
    }

    /** Puts into the context's output what the context asks for. */
    void render(RenderContext context);

    @Override
    default MimeBundle toMimeBundle() {
        return new Renderer().render(this).toMimeBundle();
    }
}
