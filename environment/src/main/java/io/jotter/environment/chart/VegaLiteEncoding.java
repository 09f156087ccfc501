package io.jotter.environment.chart;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The channels of a Vega-Lite specification: which field is shown where, and how. */
final class VegaLiteEncoding {
    private VegaLiteEncoding() {}

    static JsonObject axis(String field, String type, @Nullable String title, boolean logarithmic) {
        JsonObject axis = new JsonObject();
        axis.addProperty("field", field);
        axis.addProperty("type", type);
        axis.add("title", title == null ? JsonNull.INSTANCE : new JsonPrimitive(title));
        if (type.equals("quantitative")) {
            axis.add("scale", json("{\"zero\": " + field.equals("count") + "}"));
        }
        if (logarithmic) {
            axis.add("scale", json("{\"type\": \"log\"}"));
        } else if (field.equals("y") && type.equals("quantitative")) {
            axis.remove("scale");
            axis.add("scale", json("{\"zero\": false}"));
        }
        return axis;
    }

    /** An x axis of milliseconds since 1970, in UTC as the picture beside it. */
    static JsonObject time(@Nullable String title) {
        JsonObject axis = axis("x", "temporal", title, false);
        axis.add("scale", json("{\"type\": \"utc\"}"));
        return axis;
    }

    /** Not in the time zone of the page. */
    static void asTime(JsonObject shown) {
        shown.addProperty("type", "temporal");
        shown.addProperty("timeUnit", "utcyearmonthdatehoursminutesseconds");
    }

    static JsonObject series(List<String> names, boolean lines) {
        JsonObject colour = bySeries(names, lines);
        JsonArray range = new JsonArray();
        IntStream.range(0, names.size()).forEach(i -> range.add(Palette.hex(Palette.colour(i))));
        colour.getAsJsonObject("scale").add("range", range);
        return colour;
    }

    /** With one domain, so that what tells the series apart shares one legend; its marks are seen, also where those of the points are not. */
    static JsonObject bySeries(List<String> names, boolean lines) {
        JsonObject channel = json("{\"field\": \"series\", \"type\": \"nominal\", \"title\": null,"
                        + " \"legend\": {\"symbolOpacity\": 1, \"symbolSize\": 120}}")
                .getAsJsonObject();
        if (lines) {
            channel.getAsJsonObject("legend").addProperty("symbolType", "stroke");
        }
        JsonArray domain = new JsonArray();
        names.stream().distinct().forEach(domain::add);
        JsonObject scale = new JsonObject();
        scale.add("domain", domain);
        channel.add("scale", scale);
        return channel;
    }

    static JsonArray tooltip(@Nullable String... fields) {
        JsonArray tooltip = new JsonArray();
        for (String field : fields) {
            if (field != null) {
                JsonObject shown = new JsonObject();
                shown.addProperty("field", field);
                tooltip.add(shown);
            }
        }
        return tooltip;
    }

    static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }

    static JsonElement json(String text) {
        return JsonParser.parseString(text);
    }
}
