package io.jotter.environment.chart;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.util.Optional;

/**
 * A chart by a Vega-Lite specification, which JupyterLab draws; where nobody does, a picture is shown if it can be made: of a
 * single mark (line, area, point, circle, square, tick, bar) over values that stand in the specification.
 */
public final class VegaLite implements Displayable {
    private static final String SCHEMA = "vega.github.io/schema/vega-lite/";

    private final JsonObject spec;

    private VegaLite(JsonObject spec) {
        this.spec = spec;
    }

    /**
     * By its JSON.
     *
     * @throws IllegalArgumentException if that is no JSON object
     */
    static VegaLite of(String json) {
        try {
            JsonElement parsed = JsonParser.parseString(json);
            if (parsed.isJsonObject()) {
                return new VegaLite(parsed.getAsJsonObject());
            }
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("The Vega-Lite specification is not JSON: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "A Vega-Lite specification is a JSON object: {\"mark\": …, \"encoding\": …}.");
    }

    /** A value that says of itself, by its schema, that it is a Vega-Lite specification. */
    public static Optional<VegaLite> recognized(JsonElement value) {
        boolean says = value.isJsonObject()
                && value.getAsJsonObject().get("$schema") instanceof JsonPrimitive schema
                && schema.getAsString().contains(SCHEMA);
        return says ? Optional.of(new VegaLite(value.getAsJsonObject())) : Optional.empty();
    }

    /** The same of a text. */
    public static Optional<VegaLite> recognized(String text) {
        if (!text.contains(SCHEMA) || !text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return recognized(JsonParser.parseString(text));
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    /** The specification, as JSON. */
    public String spec() {
        return spec.toString();
    }

    @Override
    public MimeBundle toMimeBundle() {
        MimeBundle bundle = VegaLitePicture.of(spec)
                .map(Chart::still)
                .orElseGet(() -> MimeBundle.text(VegaLitePicture.title(spec)
                        + ". It is drawn where Vega-Lite 5 is known; of this kind no picture is made for elsewhere."));
        return bundle.with(InteractiveChart.MIME, VegaLiteSpec.withLook(spec).toString())
                .withMetadata(InteractiveChart.MIME, InteractiveChart.AS_SVG);
    }
}
