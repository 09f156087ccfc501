package io.jotter.environment.chart;

import static io.jotter.environment.chart.Charts.bar;
import static io.jotter.environment.chart.Charts.heatmap;
import static io.jotter.environment.chart.Charts.hist;
import static io.jotter.environment.chart.Charts.images;
import static io.jotter.environment.chart.Charts.plot;
import static io.jotter.environment.chart.Charts.scatter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.RenderableSeries.LegendRenderType;
import org.knowm.xchart.style.lines.SeriesLines;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

class ChartsTests {
    private static final double[] X = {0, 1, 2};
    private static final double[] Y = {3, 1, 2};

    @Test
    void numbersOfAnyKindCanBeDrawn() {
        try (NDManager manager = NDManager.newBaseManager()) {
            DoubleColumn column = DoubleColumn.create("loss", 3, 1, 2);
            for (Object y : List.of(
                    Y,
                    new float[] {3, 1, 2},
                    new int[] {3, 1, 2},
                    new Integer[] {3, 1, 2},
                    List.of(3, 1L, 2.0f),
                    manager.create(new float[] {3, 1, 2}),
                    column,
                    DoubleStream.of(Y),
                    IntStream.of(3, 1, 2))) {
                assertThat(words(plot(y))).contains("3 points, x from 0 to 2, y goes from 3 to 2, between 1 and 3");
            }
        }
    }

    @Test
    void whatHoldsNoNumbersIsNamed() {
        assertThatThrownBy(() -> plot("abc")).hasMessageContaining("A String holds no numbers");
        assertThatThrownBy(() -> plot(List.of(1, "two"))).hasMessageContaining("“two” is a String and no number");
        assertThatThrownBy(() -> plot(StringColumn.create("name", "a"))).hasMessageContaining("name is of type STRING");
        assertThatThrownBy(() -> plot(X, new double[2])).hasMessageContaining("3 x values and 2 y values");
        assertThatThrownBy(() -> bar(List.of("a"), new int[2])).hasMessageContaining("1 names and 2 values");
        assertThatThrownBy(() -> hist(Y, 0)).hasMessageContaining("one bin or more");
        assertThatThrownBy(() -> heatmap(new double[0][0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> plot(Y).size(10, 10)).hasMessageContaining("between 80 and 4,000");
        assertThatThrownBy(() -> hist(Y).withLine("fit", X, Y)).hasMessageContaining("A histogram has no");
    }

    @Test
    void eachChartIsWellFormedSaysWhatItShowsAndHasNoBox() throws Exception {
        Map<String, Integer> names = new LinkedHashMap<>(Map.of("a <b>", 1));
        for (Chart chart : List.of(
                plot(X, Y).title("<script>alert(1)</script>").xLabel("t").yLabel("h"),
                plot(Math::sin, 0, 6),
                plot(Map.of("one", Y, "two", X)),
                scatter(X, Y).with("more", Y, X).withLine("fit", X, X),
                hist(Y),
                bar(names).with("more", new int[] {4}),
                heatmap(new double[][] {{1, 2}, {3, Double.NaN}}))) {
            MimeBundle bundle = chart.toMimeBundle();
            Element svg = svg(String.valueOf(bundle.data().get(MimeBundle.SVG)));
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-label")).isEqualTo(words(chart));
            assertThat(svg.getAttribute("viewBox")).isNotEmpty();
            String html = (String) bundle.data().get(MimeBundle.HTML);
            assertThat(html).contains("currentColor", "alt=\"").doesNotContain("<script", "rgb(121,121,121)");
            BufferedImage png = png(bundle);
            assertThat(new Color(png.getRGB(1, 1), true).getAlpha()).isZero();
            assertThat(png.getWidth()).isEqualTo(2 * Integer.parseInt(svg.getAttribute("width")));
        }
    }

    @Test
    void eachChangeIsANewChart() {
        Chart chart = plot(Y);
        assertThat(words(chart.title("A").alt("It falls."))).isEqualTo("A. It falls.");
        assertThat(words(chart.xLabel("epoch")
                        .yLabel("loss")
                        .logX()
                        .logY()
                        .legend(true)
                        .marked()
                        .named("mine")))
                .startsWith("Line chart of loss over epoch: mine: 2 points, x from 1 to 2")
                .endsWith("1 of 3 values cannot be placed.");
        assertThat(words(chart)).startsWith("Line chart: 3 points");
        assertThat(chart.size(300, 200).xchart().getWidth()).isEqualTo(300);
    }

    @Test
    void columnsOfATableNameTheAxes() {
        DoubleColumn x = DoubleColumn.create("time", X);
        assertThat(words(plot(x, DoubleColumn.create("height", Y)))).startsWith("Line chart of height over time:");
        assertThat(words(bar(StringColumn.create("city", "Bern", "Lima"), DoubleColumn.create("age", 1, 2))))
                .isEqualTo("Bar chart of age over city: Bern 1, Lima 2.");
    }

    /** XChart leaves names out that are nearer than its hint. */
    @Test
    void eachBarHasItsName() {
        List<String> names = IntStream.range(0, 14).mapToObj(i -> "task " + i).toList();
        CategoryChart chart = (CategoryChart) bar(names, IntStream.range(0, 14)).xchart();
        assertThat(chart.getStyler().getXAxisTickMarkSpacingHint()).isLessThan((640 - 80) / 14);
    }

    /** Of XChart's legend a scatter's entry is narrower than what it draws. */
    @Test
    void theEntriesOfALegendDoNotRunIntoEachOther() {
        XYChart chart = (XYChart)
                scatter(X, Y).named("measured").withLine("fitted", X, Y).xchart();
        assertThat(chart.getSeriesCollection())
                .extracting(XYSeries::getLegendRenderType)
                .containsOnly(LegendRenderType.Line);
        assertThat(chart.getSeries("measured").getLineStyle()).isEqualTo(SeriesLines.NONE);
    }

    @Test
    void aHistogramCountsEachFiniteValueOnce() {
        double[] values = {0, 0, 1, 2, 10, Double.NaN, Double.POSITIVE_INFINITY};
        Content.Bins bins = Binning.of("v", values, 5);
        assertThat(bins.counts()).containsExactly(3, 1, 0, 0, 1);
        assertThat(bins.edges()).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(words(hist(values, 5))).contains("5 values from 0 to 10 in 5 bins; most, 3, lie between 0 and 2");
        assertThat(Binning.advised(new Random(1).doubles(1_000).toArray())).isBetween(5, 40);
        assertThat(Binning.advised(new double[] {7, 7, 7})).isBetween(1, 3);
    }

    @Test
    void whatCannotBePlacedLeavesAChartThatSaysSo() {
        assertThat(words(plot(new double[] {Double.NaN, 1, Double.POSITIVE_INFINITY})))
                .contains("1 point", "2 of 3 values cannot be placed");
        for (Chart chart : List.of(
                plot(new double[0]),
                plot(new double[] {Double.NaN}),
                plot(new double[] {5}),
                plot(new double[] {2, 2}),
                scatter(new double[] {1, 1}, new double[] {2, 3}),
                plot(new double[] {-1, 0}).logY(),
                hist(new double[0]),
                bar(List.of("a", "a", ""), new double[] {Double.NaN, -1, -2}),
                heatmap(new int[][] {{7}}))) {
            assertThat(chart.toMimeBundle().data()).containsKeys(MimeBundle.PLAIN, MimeBundle.HTML, MimeBundle.PNG);
        }
    }

    @Test
    void aHundredThousandPointsStaySmall() {
        Random random = new Random(1);
        double[] x = random.doubles(100_000).toArray();
        double[] y = random.doubles(100_000).map(v -> v * v).toArray();
        assertThat(size(scatter(x, y))).isLessThan(500_000);
        assertThat(size(plot(y))).isLessThan(500_000);
    }

    @Test
    void aThinnedLineKeepsItsFirstLastLeastAndGreatestValues() {
        double[] y = new Random(1).doubles(50_000).toArray();
        y[12_345] = 9;
        y[23_456] = -9;
        Series thin = Thinning.line(new Series("y", Series.count(y.length), y, true, false), 100);
        assertThat(thin.x())
                .hasSizeLessThan(410)
                .contains(0, 12_345, 23_456, 49_999)
                .isSorted();
        assertThat(thin.y()).contains(9, -9);
    }

    @Test
    void theColoursStandOutOnWhiteAndOnNearBlack() {
        for (Color colour : Palette.COLOURS) {
            assertThat(contrast(colour, Color.WHITE)).isGreaterThan(3);
            assertThat(contrast(colour, new Color(0x111111))).isGreaterThan(3);
        }
    }

    @Test
    void imagesAreDrawnFromArraysOfSeveralShapes() {
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThat(plain(images(manager.zeros(new Shape(3, 1, 8, 6))))).isEqualTo("Pictures (3 images)");
            assertThat(plain(images(manager.ones(new Shape(2, 8, 6, 3)), List.of("a", "b"))))
                    .isEqualTo("Pictures (2 images: a | b)");
        }
        assertThat(plain(images(new float[][] {new float[784], new float[4]}))).isEqualTo("Pictures (2 images)");
        assertThat(plain(images(new double[][][] {{{0, 1, 2}, {3, 4, 255}}}))).isEqualTo("Pictures (1 image)");
        assertThatThrownBy(() -> images(new float[][] {new float[5]})).hasMessageContaining("not a square image");
        assertThatThrownBy(() -> images(new float[2][4], List.of("a"))).hasMessageContaining("2 images and 1 captions");
    }

    @Test
    void aReadersOwnXChartHasNoWhiteBoxEither() throws Exception {
        XYChart chart = new XYChartBuilder()
                .width(300)
                .height(200)
                .title("Mine & yours")
                .build();
        chart.addSeries("s", X, Y);
        MimeBundle bundle = ForeignChart.bundle(chart);
        assertThat((String) bundle.data().get(MimeBundle.SVG))
                .contains("currentColor")
                .doesNotContain("fill:rgb(255,255,255)");
        assertThat(svg(String.valueOf(bundle.data().get(MimeBundle.SVG))).getAttribute("aria-label"))
                .isEqualTo("Chart “Mine & yours”");
        chart.getStyler().setChartBackgroundColor(Color.BLUE);
        assertThat((String) ForeignChart.bundle(chart).data().get(MimeBundle.SVG))
                .contains("rgb(0,0,255)");
    }

    private static double contrast(Color one, Color other) {
        double[] light = {luminance(one), luminance(other)};
        Arrays.sort(light);
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    /** As the Web Content Accessibility Guidelines 2.2 define it. */
    private static double luminance(Color colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        float[] channels = colour.getRGBColorComponents(null);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = channels[i];
            sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static int size(Displayable value) {
        int size = 0;
        for (Object content : value.toMimeBundle().data().values()) {
            size += content instanceof String text ? text.length() : ((byte[]) content).length * 4 / 3;
        }
        return size;
    }

    private static String words(Chart chart) {
        return plain(chart);
    }

    private static String plain(Displayable value) {
        return String.valueOf(value.toMimeBundle().data().get(MimeBundle.PLAIN));
    }

    private static Element svg(String source) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(source)))
                .getDocumentElement();
    }

    private static BufferedImage png(MimeBundle bundle) throws Exception {
        return ImageIO.read(new ByteArrayInputStream((byte[]) bundle.data().get(MimeBundle.PNG)));
    }
}
