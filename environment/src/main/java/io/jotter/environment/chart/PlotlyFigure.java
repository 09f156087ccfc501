package io.jotter.environment.chart;

import io.jotter.api.MimeBundle;
import io.jotter.environment.chart.Content.Bars;
import io.jotter.environment.chart.Content.Curves;
import io.jotter.environment.chart.Content.Height;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Figure} of tablesaw-jsplot, drawn from its traces by our charts: Plotly itself would be fetched from a network. It
 * is read by the names of its fields, since the library is not preloaded.
 */
public final class PlotlyFigure {
    private PlotlyFigure() {}

    /** With hover and zoom where every trace can be drawn, else words that say what could not be. */
    public static MimeBundle bundle(Object figure) {
        Object[] traces = (Object[]) value(figure, "data");
        Object layout = value(figure, "layout");
        String title = text(layout, "title");
        Optional<Chart> chart = chart(traces == null ? new Object[0] : traces);
        if (chart.isEmpty()) {
            List<String> kinds = Arrays.stream(traces == null ? new Object[0] : traces)
                    .map(each -> each.getClass().getSimpleName())
                    .distinct()
                    .toList();
            return MimeBundle.text("Plotly figure" + (title == null ? "" : " “" + title + "”") + " of " + kinds
                    + ". Plotly comes from a network and is not asked; lines, points, bars, histograms, pies and heat maps"
                    + " of numbers are drawn without it. For others, use plot, hist and their kin, or vegaLite.");
        }
        Chart named = chart.get();
        named = title == null ? named : named.title(title);
        String x = text(value(layout, "xAxis"), "title");
        String y = text(value(layout, "yAxis"), "title");
        named = x == null ? named : named.xLabel(x);
        named = y == null ? named : named.yLabel(y);
        return named.interactive().toMimeBundle();
    }

    private static Optional<Chart> chart(Object[] traces) {
        try {
            if (traces.length == 1) {
                Optional<Chart> single = single(traces[0]);
                if (single.isPresent()) {
                    return single;
                }
            }
            if (traces.length > 0 && kind(traces[0]).equals("BarTrace")) {
                return bars(traces);
            }
            List<Series> series = new ArrayList<>();
            for (Object trace : traces) {
                if (!kind(trace).equals("ScatterTrace") || value(trace, "open") != null) {
                    return Optional.empty();
                }
                String mode = String.valueOf(value(trace, "mode")).toLowerCase(Locale.ROOT);
                series.add(new Series(
                        name(trace, series.size()),
                        Numbers.of(value(trace, "x")),
                        Numbers.of(value(trace, "y")),
                        mode.contains("line"),
                        mode.contains("marker")));
            }
            return series.isEmpty() ? Optional.empty() : Optional.of(new Chart(new Curves(series), Look.PLAIN));
        } catch (IllegalArgumentException notNumbers) {
            return Optional.empty();
        }
    }

    private static Optional<Chart> single(Object trace) {
        return switch (kind(trace)) {
            case "HistogramTrace" -> {
                Object values = value(trace, "x");
                yield Optional.of(Charts.hist(values == null ? Objects.requireNonNull(value(trace, "y")) : values));
            }
            case "PieTrace" ->
                Optional.of(Charts.bar(
                        Objects.requireNonNull(value(trace, "labels")),
                        Objects.requireNonNull(value(trace, "values"))));
            case "HeatmapTrace" -> Optional.of(Charts.heatmap(Objects.requireNonNull(value(trace, "z"))));
            default -> Optional.empty();
        };
    }

    /** Of several traces, those that name the same bars. */
    private static Optional<Chart> bars(Object[] traces) {
        List<Height> heights = new ArrayList<>();
        List<String> names = List.of();
        for (Object trace : traces) {
            if (!kind(trace).equals("BarTrace")) {
                return Optional.empty();
            }
            List<String> own = Numbers.elements(value(trace, "x")).stream()
                    .map(Objects::toString)
                    .toList();
            if (!heights.isEmpty() && !own.equals(names)) {
                return Optional.empty();
            }
            names = own;
            heights.add(Charts.heights(name(trace, heights.size()), names, Numbers.of(value(trace, "y"))));
        }
        return Optional.of(new Chart(new Bars(names, heights), Look.PLAIN));
    }

    private static String kind(Object trace) {
        return trace.getClass().getSimpleName();
    }

    private static String name(Object trace, int index) {
        String name = text(trace, "name");
        return name == null ? index == 0 ? "y" : "y" + (index + 1) : name;
    }

    private static @Nullable String text(@Nullable Object of, String field) {
        return value(of, field) instanceof String text && !text.isBlank() ? text : null;
    }

    private static @Nullable Object value(@Nullable Object of, String name) {
        for (Class<?> type = of == null ? null : of.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(of);
            } catch (NoSuchFieldException inherited) {
                // of its superclass
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return null;
    }
}
