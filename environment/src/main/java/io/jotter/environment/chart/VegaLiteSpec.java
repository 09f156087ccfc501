package io.jotter.environment.chart;

import static io.jotter.environment.chart.VegaLiteEncoding.asTime;
import static io.jotter.environment.chart.VegaLiteEncoding.axis;
import static io.jotter.environment.chart.VegaLiteEncoding.bySeries;
import static io.jotter.environment.chart.VegaLiteEncoding.json;
import static io.jotter.environment.chart.VegaLiteEncoding.number;
import static io.jotter.environment.chart.VegaLiteEncoding.series;
import static io.jotter.environment.chart.VegaLiteEncoding.time;
import static io.jotter.environment.chart.VegaLiteEncoding.tooltip;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.jotter.environment.chart.Content.Bars;
import io.jotter.environment.chart.Content.Bins;
import io.jotter.environment.chart.Content.Curves;
import io.jotter.environment.chart.Content.Height;
import io.jotter.environment.chart.Content.Matrix;
import java.util.List;

/** Content as a Vega-Lite specification with hover and, where axes are of numbers, zoom. */
final class VegaLiteSpec {
    static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

    /** Of points that can each be hovered over: what a browser moves without a stutter. */
    static final int MOST_POINTS = 5_000;

    private static final int MOST_CELLS = 10_000;

    /** Axes and words in the page's own ink, no box behind. */
    private static final String CONFIG = """
            {"background": "transparent", "view": {"stroke": null}, "font": "sans-serif",
             "axis": {"labelColor": "currentColor", "titleColor": "currentColor", "titleFontWeight": "normal",
                      "gridColor": "#797979", "gridOpacity": 0.22, "domain": false, "tickColor": "#797979", "tickOpacity": 0.4},
             "title": {"color": "currentColor", "anchor": "middle"},
             "legend": {"labelColor": "currentColor", "titleColor": "currentColor", "orient": "bottom", "symbolStrokeWidth": 2},
             "header": {"labelColor": "currentColor", "titleColor": "currentColor"}}""";

    private static final String ZOOM = "[{\"name\": \"zoom\", \"select\": \"interval\", \"bind\": \"scales\"}]";

    private final Look look;
    private final JsonArray values = new JsonArray();

    private VegaLiteSpec(Look look) {
        this.look = look;
    }

    static JsonObject of(Content content, Look look) {
        VegaLiteSpec spec = new VegaLiteSpec(look);
        if (content instanceof Curves curves) {
            return spec.curves(curves.series());
        } else if (content instanceof Bins bins) {
            return spec.bins(bins);
        } else if (content instanceof Bars bars) {
            return spec.bars(bars);
        }
        return spec.matrix((Matrix) content);
    }

    private JsonObject curves(List<Series> all) {
        int share = Math.max(2, MOST_POINTS / Math.max(1, all.size()));
        for (Series each : all) {
            Series placeable = each.placeable(look.logX(), look.logY());
            Series thin = placeable.line() ? Thinning.line(placeable, share / 4) : placeable;
            Series shown = thin.x().length > share ? Thinning.points(thin, share) : thin;
            for (int i = 0; i < shown.x().length; i++) {
                JsonObject value = new JsonObject();
                value.add("x", number(shown.x()[i]));
                value.add("y", number(shown.y()[i]));
                value.addProperty("series", each.name());
                values.add(value);
            }
        }
        JsonObject encoding = new JsonObject();
        encoding.add("x", look.dates() ? time(look.xLabel()) : axis("x", "quantitative", look.xLabel(), look.logX()));
        encoding.add("y", axis("y", "quantitative", look.yLabel(), look.logY()));
        if (all.size() > 1) {
            List<String> names = all.stream().map(Series::name).toList();
            encoding.add("color", series(names, all.stream().allMatch(Series::line)));
        } else {
            encoding.add("color", json("{\"value\": \"" + Palette.hex(Palette.colour(0)) + "\"}"));
        }
        JsonArray tooltip = tooltip(all.size() > 1 ? "series" : null, "x", "y");
        if (look.dates()) {
            asTime(tooltip.get(tooltip.size() - 2).getAsJsonObject());
        }
        encoding.add("tooltip", tooltip);
        JsonArray layers = new JsonArray();
        boolean zoomed = false;
        for (boolean line : new boolean[] {true, false}) {
            List<Series> of = all.stream().filter(each -> each.line() == line).toList();
            if (!of.isEmpty()) {
                JsonObject layer = layer(line, of, all);
                if (!zoomed) {
                    layer.add("params", json(ZOOM));
                    zoomed = true;
                }
                layers.add(layer);
            }
        }
        JsonObject spec = spec();
        spec.add("encoding", encoding);
        spec.add("layer", layers);
        return spec;
    }

    /** Lines have a mark at each point that one may point at; with many it shows only when pointed at. */
    private static JsonObject layer(boolean line, List<Series> of, List<Series> all) {
        JsonObject layer = new JsonObject();
        JsonArray names = new JsonArray();
        of.forEach(each -> names.add(each.name()));
        JsonObject filter = new JsonObject();
        filter.addProperty("field", "series");
        filter.add("oneOf", names);
        JsonObject transform = new JsonObject();
        transform.add("filter", filter);
        JsonArray transforms = new JsonArray();
        transforms.add(transform);
        layer.add("transform", transforms);
        boolean marked = of.stream().anyMatch(Series::marks);
        layer.add(
                "mark",
                json(
                        line
                                ? "{\"type\": \"line\", \"point\": {\"size\": 40, \"opacity\": " + (marked ? 1 : 0.01)
                                        + "}}"
                                : "{\"type\": \"point\", \"filled\": true, \"size\": 36, \"opacity\": 0.8}"));
        if (all.size() > 1) {
            JsonObject apart = bySeries(
                    all.stream().map(Series::name).toList(), all.stream().allMatch(Series::line));
            if (line) {
                JsonArray dashes = new JsonArray();
                for (int i = 0; i < all.size(); i++) {
                    JsonArray dash = new JsonArray();
                    for (float part : Palette.dash(i)) {
                        dash.add(part);
                    }
                    dashes.add(dash);
                }
                apart.getAsJsonObject("scale").add("range", dashes);
            }
            JsonObject encoding = new JsonObject();
            encoding.add(line ? "strokeDash" : "shape", apart);
            layer.add("encoding", encoding);
        }
        return layer;
    }

    private JsonObject bins(Bins bins) {
        for (int i = 0; i < bins.counts().length; i++) {
            JsonObject value = new JsonObject();
            value.add("from", number(bins.edges()[i]));
            value.add("to", number(bins.edges()[i + 1]));
            value.add("count", number(bins.counts()[i]));
            values.add(value);
        }
        JsonObject spec = spec();
        spec.add(
                "mark",
                json("{\"type\": \"bar\", \"binSpacing\": 1, \"color\": \"" + Palette.hex(Palette.colour(0)) + "\"}"));
        JsonObject x = axis("from", "quantitative", look.xLabel(), look.logX());
        x.addProperty("bin", "binned");
        JsonObject encoding = new JsonObject();
        encoding.add("x", x);
        encoding.add("x2", json("{\"field\": \"to\"}"));
        encoding.add("y", axis("count", "quantitative", look.yLabel(), false));
        encoding.add("tooltip", tooltip("from", "to", "count"));
        spec.add("encoding", encoding);
        return spec;
    }

    private JsonObject bars(Bars bars) {
        for (Height height : bars.heights()) {
            for (int i = 0; i < bars.names().size(); i++) {
                JsonObject value = new JsonObject();
                value.addProperty("name", bars.names().get(i));
                value.add("y", number(height.values()[i]));
                value.addProperty("series", height.name());
                values.add(value);
            }
        }
        JsonObject spec = spec();
        spec.addProperty("mark", "bar");
        JsonObject x = axis("name", "nominal", look.xLabel(), false);
        x.add("sort", JsonNull.INSTANCE);
        JsonObject encoding = new JsonObject();
        encoding.add("x", x);
        encoding.add("y", axis("y", "quantitative", look.yLabel(), look.logY()));
        boolean several = bars.heights().size() > 1;
        if (several) {
            encoding.add("xOffset", json("{\"field\": \"series\", \"sort\": null}"));
            encoding.add(
                    "color", series(bars.heights().stream().map(Height::name).toList(), false));
        } else {
            encoding.add("color", json("{\"value\": \"" + Palette.hex(Palette.colour(0)) + "\"}"));
        }
        encoding.add("tooltip", tooltip("name", several ? "series" : null, "y"));
        spec.add("encoding", encoding);
        return spec;
    }

    private JsonObject matrix(Matrix matrix) {
        long cells = (long) matrix.rows().length * matrix.columns();
        int step = (int) Math.ceil(Math.sqrt((double) cells / MOST_CELLS));
        for (int row = 0; row < matrix.rows().length; row += step) {
            for (int column = 0; column < matrix.rows()[row].length; column += step) {
                JsonObject value = new JsonObject();
                value.addProperty("row", row);
                value.addProperty("column", column);
                value.add("value", number(matrix.rows()[row][column]));
                values.add(value);
            }
        }
        JsonObject spec = spec();
        spec.addProperty("mark", "rect");
        JsonObject encoding = new JsonObject();
        encoding.add("x", axis("column", "ordinal", look.xLabel(), false));
        encoding.add("y", axis("row", "ordinal", look.yLabel(), false));
        encoding.add(
                "color",
                json("{\"field\": \"value\", \"type\": \"quantitative\", \"scale\": {\"scheme\": \"viridis\"},"
                        + " \"legend\": {\"orient\": \"right\"}}"));
        encoding.add("tooltip", tooltip("row", "column", "value"));
        spec.add("encoding", encoding);
        return spec;
    }

    private JsonObject spec() {
        JsonObject spec = new JsonObject();
        spec.addProperty("$schema", SCHEMA);
        if (look.title() != null) {
            spec.addProperty("title", look.title());
        }
        spec.addProperty("width", Math.max(80, look.width() - 90));
        spec.addProperty("height", Math.max(80, look.height() - 80));
        spec.add("config", json(CONFIG));
        JsonObject data = new JsonObject();
        data.add("values", values);
        spec.add("data", data);
        return spec;
    }

    /** A specification with our look where it does not say its own. */
    static JsonObject withLook(JsonObject spec) {
        JsonObject looking = spec.deepCopy();
        if (!looking.has("$schema")) {
            looking.addProperty("$schema", SCHEMA);
        }
        JsonObject config = json(CONFIG).getAsJsonObject();
        if (looking.get("config") instanceof JsonObject own) {
            own.entrySet().forEach(each -> config.add(each.getKey(), each.getValue()));
        }
        looking.add("config", config);
        return looking;
    }
}
