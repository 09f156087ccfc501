package io.jotter.environment.chart;

import static io.jotter.environment.chart.Charts.bar;
import static io.jotter.environment.chart.Charts.heatmap;
import static io.jotter.environment.chart.Charts.hist;
import static io.jotter.environment.chart.Charts.plot;
import static io.jotter.environment.chart.Charts.scatter;
import static io.jotter.environment.chart.Charts.vegaLite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.jotter.api.MimeBundle;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.LinePlot;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.api.ScatterPlot;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.BoxTrace;
import tech.tablesaw.plotly.traces.HistogramTrace;

class InteractiveTests {
    private static final double[] X = {0, 1, 2};
    private static final double[] Y = {3, Double.NaN, 2};
    private static final String POINTS = """
            {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": "Cars",
             "data": {"values": [{"a": 2, "b": 3, "c": "x"}, {"a": 1, "b": 4, "c": "y"}, {"a": 0, "b": null, "c": "x"}]},
             "mark": "%s", "encoding": {"x": {"field": "a", "title": "size"}, "y": {"field": "b"}, "color": {"field": "c"}}}""";

    @Test
    void anInteractiveChartHasItsPictureBesideItAndNothingThatTheFrontEndWouldPrefer() {
        MimeBundle bundle = plot(X, Y).title("Loss").interactive().toMimeBundle();
        assertThat(bundle.data())
                .containsOnlyKeys(MimeBundle.PLAIN, MimeBundle.SVG, MimeBundle.PNG, InteractiveChart.MIME);
        assertThat(bundle.metadata().get(InteractiveChart.MIME)).contains("svg");
        assertThat((String) bundle.data().get(MimeBundle.PLAIN)).startsWith("Line chart “Loss”");
        JsonObject spec = spec(bundle);
        assertThat(spec.get("$schema").getAsString()).endsWith("vega-lite/v5.json");
        assertThat(spec.get("title").getAsString()).isEqualTo("Loss");
        assertThat(spec.getAsJsonObject("data").getAsJsonArray("values")).hasSize(3);
        assertThat(spec.toString())
                .contains("\"bind\":\"scales\"", "\"tooltip\"", "\"y\":null")
                .doesNotContain("NaN");
    }

    @Test
    void seriesDifferAlsoWithoutColour() {
        String spec = scatter(X, X)
                .with("more", X, Y)
                .withLine("fit", X, X)
                .interactive()
                .spec();
        assertThat(spec).contains("\"shape\":{\"field\":\"series\"", "\"strokeDash\":{\"field\":\"series\"");
    }

    @Test
    void everyKindOfChartCanBeInteractive() {
        assertThat(hist(X).interactive().spec()).contains("\"bin\":\"binned\"");
        assertThat(bar(List.of("a", "b"), new int[] {1, 2})
                        .with("more", new int[] {3, 4})
                        .interactive()
                        .spec())
                .contains("\"xOffset\"");
        assertThat(heatmap(new double[200][300]).interactive().spec()).hasSizeLessThan(600_000);
        assertThat(plot(X, X).logX().logY().interactive().spec()).contains("{\"type\":\"log\"}");
    }

    @Test
    void aHundredThousandPointsAreThinnedForThePage() {
        double[] y = new double[100_000];
        assertThat(plot(y).interactive().spec()).hasSizeLessThan(400_000);
        assertThat(scatter(y, y).interactive().spec()).hasSizeLessThan(400_000);
    }

    @Test
    void aSimpleSpecificationHasAPictureAndAnotherSaysThatItHasNone() {
        MimeBundle points = vegaLite(POINTS.formatted("point")).toMimeBundle();
        assertThat(points.data()).containsKeys(InteractiveChart.MIME, MimeBundle.SVG);
        assertThat((String) points.data().get(MimeBundle.PLAIN))
                .isEqualTo(
                        "Scatter chart “Cars” of b over size: x: 1 point, x from 2 to 2, y between 3 and 3, 1 of 2 values"
                                + " cannot be placed; y: 1 point, x from 1 to 1, y between 4 and 4.");
        assertThat(vegaLite(POINTS.formatted("line")).toMimeBundle().data()).containsKey(MimeBundle.SVG);
        MimeBundle other =
                vegaLite("{\"mark\": \"geoshape\", \"title\": \"Map\"}").toMimeBundle();
        assertThat(other.data()).containsKey(InteractiveChart.MIME).doesNotContainKey(MimeBundle.SVG);
        assertThat((String) other.data().get(MimeBundle.PLAIN)).contains("“Map”", "geoshape", "no picture");
        assertThat(spec(other).has("$schema")).isTrue();
    }

    @Test
    void aTextIsAChartOnlyIfItsSchemaSaysSo() {
        assertThat(VegaLite.recognized(POINTS.formatted("bar"))).isPresent();
        assertThat(VegaLite.recognized("see https://vega.github.io/schema/vega-lite/v5.json"))
                .isEmpty();
        assertThat(VegaLite.recognized("{\"$schema\": \"vega.github.io/schema/vega-lite/v5"))
                .isEmpty();
        assertThatThrownBy(() -> vegaLite("[1]")).hasMessageContaining("is a JSON object");
        assertThatThrownBy(() -> vegaLite("{")).hasMessageContaining("not JSON");
    }

    @Test
    void aPlotlyFigureIsDrawnFromItsTracesWithoutANetwork() {
        Table table = Table.create(
                DoubleColumn.create("t", 0, 1, 2),
                DoubleColumn.create("h", 3, 1, 2),
                StringColumn.create("k", "a", "b", "a"));
        assertThat(drawn(LinePlot.create("A line", table, "t", "h")))
                .startsWith("Line chart “A line” of h over t: 3 points");
        assertThat(drawn(ScatterPlot.create("Points", table, "t", "h", "k")))
                .startsWith("Scatter chart “Points” of h over t: a: 2 points");
        Table pie = Table.create(StringColumn.create("k", "a", "b"), DoubleColumn.create("n", 2, 1));
        assertThat(drawn(PiePlot.create("Pie", pie, "k", "n"))).contains("a 2, b 1");
        assertThat(drawn(new Figure(
                        HistogramTrace.builder(new double[] {1, 2, 2}).build())))
                .startsWith("Histogram");
    }

    @Test
    void aFigureThatCannotBeDrawnSaysWhy() {
        MimeBundle box = PlotlyFigure.bundle(new Figure(
                BoxTrace.builder(new Object[] {"a", "b"}, new double[] {1, 2}).build()));
        assertThat(box.data()).containsOnlyKeys(MimeBundle.PLAIN);
        assertThat((String) box.data().get(MimeBundle.PLAIN)).contains("BoxTrace", "network");
    }

    private static String drawn(Figure figure) {
        MimeBundle bundle = PlotlyFigure.bundle(figure);
        assertThat(bundle.data()).containsKeys(MimeBundle.SVG, InteractiveChart.MIME);
        return String.valueOf(bundle.data().get(MimeBundle.PLAIN));
    }

    private static JsonObject spec(MimeBundle bundle) {
        return JsonParser.parseString((String) bundle.data().get(InteractiveChart.MIME))
                .getAsJsonObject();
    }
}
