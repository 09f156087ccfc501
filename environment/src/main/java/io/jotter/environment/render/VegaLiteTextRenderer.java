package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import io.jotter.environment.chart.VegaLite;

/** A text that is a Vega-Lite specification by its schema, as its chart; any other as it is. */
public final class VegaLiteTextRenderer implements Renderer<String> {
    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public MimeBundle render(String text) {
        return VegaLite.recognized(text).map(VegaLite::toMimeBundle).orElseGet(() -> MimeBundle.text(text));
    }
}
