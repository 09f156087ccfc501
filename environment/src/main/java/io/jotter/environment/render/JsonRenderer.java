package io.jotter.environment.render;

import com.google.gson.JsonElement;
import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import io.jotter.environment.chart.VegaLite;

/** JSON that is a Vega-Lite specification by its schema, as its chart; any other as its text. */
public final class JsonRenderer implements Renderer<JsonElement> {
    @Override
    public Class<JsonElement> type() {
        return JsonElement.class;
    }

    @Override
    public MimeBundle render(JsonElement value) {
        return VegaLite.recognized(value)
                .map(VegaLite::toMimeBundle)
                .orElseGet(() -> MimeBundle.text(value.toString()));
    }
}
