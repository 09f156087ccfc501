package io.jotter.environment.chart;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.jotter.environment.chart.Content.Bars;
import io.jotter.environment.chart.Content.Curves;
import io.jotter.environment.chart.Content.Height;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The simple among Vega-Lite's charts as ours; what would not be the same is not drawn at all. */
final class VegaLitePicture {
    private static final Set<String> POINTS = Set.of("point", "circle", "square", "tick");
    private static final Set<String> LINES = Set.of("line", "area", "trail");

    private VegaLitePicture() {}

    static Optional<Chart> of(JsonObject spec) {
        String mark = mark(spec);
        List<JsonObject> rows = rows(spec);
        JsonObject x = channel(spec, "x");
        JsonObject y = channel(spec, "y");
        String xField = field(x);
        String yField = field(y);
        if (mark == null || rows.isEmpty() || xField == null || yField == null || spec.has("transform")) {
            return Optional.empty();
        }
        Look look = Look.PLAIN.labelled(label(x, xField), label(y, yField));
        String title = text(spec.get("title"));
        look = title == null ? look : look.titled(title);
        String by = field(channel(spec, "color"));
        if (mark.equals("bar")) {
            return by == null ? Optional.of(bars(rows, xField, yField, look)) : Optional.empty();
        }
        boolean numeric = rows.stream().allMatch(row -> isNumber(row.get(xField)) && isNumber(row.get(yField)));
        if (!numeric || !(POINTS.contains(mark) || LINES.contains(mark))) {
            return Optional.empty();
        }
        look = look.logarithmic(isLogarithmic(x), isLogarithmic(y));
        return Optional.of(curves(rows, xField, yField, by, LINES.contains(mark), look));
    }

    static String title(JsonObject spec) {
        String title = text(spec.get("title"));
        String mark = mark(spec);
        return "Vega-Lite chart" + (title == null ? "" : " “" + title + "”")
                + (mark == null ? "" : " of marks of type " + mark);
    }

    private static Chart bars(List<JsonObject> rows, String xField, String yField, Look look) {
        List<String> names =
                rows.stream().map(row -> String.valueOf(text(row.get(xField)))).toList();
        double[] values =
                rows.stream().mapToDouble(row -> number(row.get(yField))).toArray();
        return new Chart(new Bars(names, List.of(new Height(yField, values))), look);
    }

    private static Chart curves(
            List<JsonObject> rows, String xField, String yField, @Nullable String by, boolean line, Look look) {
        Map<String, List<double[]>> points = new LinkedHashMap<>();
        for (JsonObject row : rows) {
            String name = by == null ? "y" : String.valueOf(text(row.get(by)));
            points.computeIfAbsent(name, each -> new ArrayList<>())
                    .add(new double[] {number(row.get(xField)), number(row.get(yField))});
        }
        List<Series> series = new ArrayList<>();
        points.forEach((name, each) -> {
            if (line) {
                // Vega-Lite draws lines along the x axis
                each.sort((a, b) -> Double.compare(a[0], b[0]));
            }
            double[] x = each.stream().mapToDouble(point -> point[0]).toArray();
            double[] y = each.stream().mapToDouble(point -> point[1]).toArray();
            series.add(new Series(name, x, y, line, !line));
        });
        return new Chart(new Curves(series), look);
    }

    private static @Nullable String mark(JsonObject spec) {
        JsonElement mark = spec.get("mark");
        return mark instanceof JsonObject object ? text(object.get("type")) : text(mark);
    }

    private static List<JsonObject> rows(JsonObject spec) {
        List<JsonObject> rows = new ArrayList<>();
        if (spec.get("data") instanceof JsonObject data && data.get("values") instanceof JsonArray values) {
            for (JsonElement each : values) {
                if (!each.isJsonObject()) {
                    return List.of();
                }
                rows.add(each.getAsJsonObject());
            }
        }
        return rows;
    }

    private static @Nullable JsonObject channel(JsonObject spec, String name) {
        return spec.get("encoding") instanceof JsonObject encoding && encoding.get(name) instanceof JsonObject channel
                ? channel
                : null;
    }

    /** The field of a channel that is shown as it is, not counted, binned or summed. */
    private static @Nullable String field(@Nullable JsonObject channel) {
        boolean changed = channel != null
                && Arrays.asList("aggregate", "bin", "timeUnit", "stack").stream()
                        .anyMatch(channel::has);
        return channel == null || changed ? null : text(channel.get("field"));
    }

    private static String label(@Nullable JsonObject channel, String field) {
        String title = channel == null ? null : text(channel.get("title"));
        return title == null ? field : title;
    }

    private static boolean isLogarithmic(@Nullable JsonObject channel) {
        return channel != null
                && channel.get("scale") instanceof JsonObject scale
                && "log".equals(text(scale.get("type")));
    }

    private static boolean isNumber(@Nullable JsonElement value) {
        return value == null
                || value.isJsonNull()
                || (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber());
    }

    private static double number(@Nullable JsonElement value) {
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isNumber()
                ? value.getAsDouble()
                : Double.NaN;
    }

    private static @Nullable String text(@Nullable JsonElement value) {
        return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
    }
}
