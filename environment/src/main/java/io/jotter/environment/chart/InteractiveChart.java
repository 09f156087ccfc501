package io.jotter.environment.chart;

import com.google.gson.JsonObject;
import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;

/**
 * A chart with hover and zoom by Vega-Lite 5, which JupyterLab draws by itself, and the same chart as a picture for where
 * nobody does: an exported page, a hosting site.
 */
public final class InteractiveChart implements Displayable {
    static final String MIME = "application/vnd.vegalite.v5+json";

    /** SVG on the page: there it knows the page's ink, and words stay sharp. */
    static final String AS_SVG = "{\"embed_options\":{\"renderer\":\"svg\"}}";

    private final JsonObject spec;
    private final Chart still;

    InteractiveChart(JsonObject spec, Chart still) {
        this.spec = spec;
        this.still = still;
    }

    /** The Vega-Lite specification, as JSON. */
    public String spec() {
        return spec.toString();
    }

    @Override
    public MimeBundle toMimeBundle() {
        return still.still().with(MIME, spec.toString()).withMetadata(MIME, AS_SVG);
    }

    @Override
    public String toString() {
        return still.words();
    }
}
