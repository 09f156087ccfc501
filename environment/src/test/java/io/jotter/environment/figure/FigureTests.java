package io.jotter.environment.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class FigureTests {
    private static final LineChart CHART = LineChart.of("loss", "epoch", "loss", "The loss falls & stays <low>.");

    @Test
    void aChartIsWellFormedAndSaysWhatItShows() throws Exception {
        String svg = CHART.with("a", new double[] {0, 1, 2}, new double[] {3, 2, 1})
                .withDots("b", new double[] {0, 2}, new double[] {1, 1})
                .svg();

        var element = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
        assertThat(element.getAttribute("role")).isEqualTo("img");
        assertThat(element.getAttribute("aria-label")).isEqualTo("The loss falls & stays <low>.");
        assertThat(element.getElementsByTagName("circle").getLength()).isEqualTo(2);
        assertThat(element.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    }

    @Test
    void aChartInATerminalIsItsTextAndItsEnds() {
        String plain = html(CHART.with("a", new double[] {0, 1}, new double[] {3, 0.5}), MimeBundle.PLAIN);

        assertThat(plain).isEqualTo("loss. The loss falls & stays <low>. (a: from 3.000 to 0.5000)");
    }

    @Test
    void whatIsNotFiniteIsLeftOut() {
        String svg = CHART.with("a", new double[] {0, 1, 2}, new double[] {1, Double.NaN, Double.POSITIVE_INFINITY})
                .svg();

        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void aChartWithoutPointsAndOneWithASingleValueCanBeDrawn() {
        assertThat(CHART.svg()).contains("</svg>").doesNotContain("NaN");
        assertThat(CHART.with("a", new double[] {1}, new double[] {0}).svg()).doesNotContain("NaN");
    }

    @Test
    void aCurveNeedsOneYForEachX() {
        assertThatThrownBy(() -> CHART.with("a", new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 x values and 3 y values");
    }

    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        assertThat(new LinearAxis(0, 2.4, 100).ticks()).containsExactly(0.0, 0.5, 1.0, 1.5, 2.0);
        assertThat(new LinearAxis(0.9, 1.0, 100).ticks()).hasSize(6);
        assertThat(new LinearAxis(0, 60_000, 100).label(20_000)).isEqualTo("20,000");
        assertThat(new LinearAxis(0, 2.4, 100).label(1.5)).isEqualTo("1.5");
    }

    @Test
    void aConfusionMatrixHasHeadersAndAnAccount() {
        var matrix = ConfusionMatrix.of(new int[][] {{8, 2}, {1, 1009}});
        String html = html(matrix, MimeBundle.HTML);

        assertThat(html)
                .contains("<caption", "1,017 of 1,020 right", "<th scope=\"row\">1</th>", "<th scope=\"col\">0</th>")
                .contains("80.0 %", "1,009");
        assertThat(html(matrix, MimeBundle.PLAIN).lines()).hasSize(4);
    }

    @Test
    void aConfusionMatrixMustBeSquare() {
        assertThatThrownBy(() -> ConfusionMatrix.of(new int[][] {{1, 2}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row and a column for each");
    }

    @Test
    void everyImageOfAGridHasAnAlternative() {
        ImageGrid grid = ImageGrid.of("Two squares", 2)
                .with(new float[] {0, 1, 1, 0}, "a \"3\"")
                .with(new float[] {2, -1, 0, 0.5f}, "");
        String html = html(grid, MimeBundle.HTML);

        assertThat(html).contains("alt=\"a &quot;3&quot;\"", "alt=\"Two squares\"", "aria-label=\"Two squares\"");
        assertThat(html(grid, MimeBundle.PLAIN)).isEqualTo("Two squares (2 images: a \"3\")");
    }

    @Test
    void anImageThatIsNotSquareMustSaySo() {
        assertThatThrownBy(() -> ImageGrid.of("x", 1).with(new float[783], ""))
                .hasMessageContaining("783 pixels are not a square");
    }

    @Test
    void noPictureReachesForTheNetwork() {
        assertThat(html(ImageGrid.of("x", 1).with(new float[4], "y"), MimeBundle.HTML))
                .doesNotContain("http");
        assertThat(CHART.svg().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    }

    private static String html(Displayable value, String mime) {
        Object content = value.toMimeBundle().data().get(mime);
        assertThat(content).isNotNull();
        return String.valueOf(content);
    }
}
