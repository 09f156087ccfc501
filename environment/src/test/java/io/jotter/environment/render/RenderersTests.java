package io.jotter.environment.render;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderersTests {
    @Test
    void everyRendererIsFoundByItsServiceFile() {
        assertThat(ServiceLoader.load(Renderer.class)).hasSize(9);
    }

    @Test
    void anArrayShowsShapeTypeDeviceAndValues() {
        try (NDManager manager = NDManager.newBaseManager()) {
            String text = plain(new NDArrayRenderer().render(manager.arange(6f).reshape(2, 3)));
            assertThat(text)
                    .isEqualTo("NDArray (2, 3) float32 on cpu\n[[0.0000, 1.0000, 2.0000],\n [3.0000, 4.0000, 5.0000]]");
        }
    }

    @Test
    void integersScalarsTruthsAndEmptyArraysAreShownToo() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArrayRenderer renderer = new NDArrayRenderer();
            assertThat(plain(renderer.render(manager.create(new long[] {1, 20}))))
                    .endsWith("[ 1, 20]");
            assertThat(plain(renderer.render(manager.create(2.5f)))).endsWith("2.5000");
            assertThat(plain(renderer.render(manager.create(new boolean[] {true, false}))))
                    .contains("true");
            assertThat(plain(renderer.render(manager.create(new Shape(0, 3))))).endsWith("[]");
        }
    }

    @Test
    void aHugeArrayIsCutBeforeItsValuesAreFetched() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray huge = manager.zeros(new Shape(5_000, 5_000));
            assertThat(plain(new NDArrayRenderer().render(huge))).contains("…").hasSizeLessThan(500);
        }
    }

    @Test
    void renderingLeavesNoArrayBehind() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray array = manager.zeros(new Shape(100, 100));
            int before = manager.getManagedArrays().size();
            new NDArrayRenderer().render(array);
            assertThat(manager.getManagedArrays()).hasSize(before);
        }
    }

    @Test
    void aTableShowsItsEndsItsTypesAndItsSize() {
        Table table = Table.create(
                "people",
                IntColumn.create("n", IntStream.range(0, 1_000).toArray()),
                StringColumn.create("name", IntStream.range(0, 1_000).mapToObj(i -> "<b>" + i + "</b>")));
        MimeBundle bundle = new TableRenderer().render(table);
        assertThat((String) bundle.data().get(MimeBundle.HTML))
                .contains("people: 1,000 rows × 2 columns", "<thead>", "integer", "990 more rows", "&lt;b&gt;999")
                .doesNotContain("<b>");
        assertThat(plain(bundle)).contains("1,000 rows × 2 columns");
    }

    @Test
    void aMissingValueIsADashAndCounted() {
        IntColumn holes = IntColumn.create("n", new int[] {1});
        holes.appendMissing();
        assertThat((String) new ColumnRenderer().render(holes).data().get(MimeBundle.HTML))
                .contains("1 missing", "–");
    }

    @Test
    void aChartIsASharpPictureAndAPlainOneWithWords() throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(300)
                .height(200)
                .title("Loss & more")
                .xAxisTitle("step")
                .build();
        chart.addSeries("loss", new double[] {1, 2, 3}, new double[] {3, 2, 1});
        MimeBundle bundle = new ChartRenderer().render(chart);
        assertThat((String) bundle.data().get(MimeBundle.SVG))
                .contains("<svg role=\"img\" aria-label=\"Chart “Loss &amp; more”\"");
        assertThat(image(bundle).getWidth()).isEqualTo(600);
        assertThat(plain(bundle)).isEqualTo("Chart “Loss & more”");
    }

    @Test
    void aSmallImageIsShownLarger() throws IOException {
        MimeBundle bundle = new ImageRenderer().render(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(plain(bundle)).isEqualTo("BufferedImage 28×28");
        assertThat(image(bundle).getWidth()).isEqualTo(140);
    }

    @Test
    void anArrayThatLooksLikeAnImageOrAMatrixIsShownAsOneToo() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArrayRenderer renderer = new NDArrayRenderer();
            assertThat(html(renderer.render(manager.randomUniform(0, 1, new Shape(28, 28)))))
                    .contains("alt=\"The array as an image\"", "<details><summary>values");
            assertThat(html(renderer.render(manager.randomNormal(new Shape(16, 20)))))
                    .contains("The array as a heat map, dark -");
            assertThat(html(renderer.render(manager.zeros(new Shape(3, 32, 32), DataType.UINT8))))
                    .contains("The array as an image");
            for (Shape shape : new Shape[] {new Shape(4, 4), new Shape(2_000, 20), new Shape(64), new Shape(2, 9, 9)}) {
                assertThat(html(renderer.render(manager.ones(shape)))).doesNotContain("<img");
            }
        }
    }

    @Test
    void aTableHasASummaryFoldedAwayAndALargeOneSaysHowToAsk() {
        IntColumn holes = IntColumn.create("n", new int[] {1, 4});
        holes.appendMissing();
        assertThat(html(new TableRenderer().render(Table.create(holes))))
                .contains("<summary>summary</summary>", ">least</th>", ">2.500</td>", ">4</td>");
        Table large = Table.create(IntColumn.create("n", new int[300_000]));
        assertThat(html(new TableRenderer().render(large))).contains("<code>summary()</code>");
    }

    private static String html(MimeBundle bundle) {
        return String.valueOf(bundle.data().get(MimeBundle.HTML));
    }

    private static BufferedImage image(MimeBundle bundle) throws IOException {
        return ImageIO.read(new ByteArrayInputStream((byte[]) bundle.data().get(MimeBundle.PNG)));
    }

    private static String plain(MimeBundle bundle) {
        return String.valueOf(bundle.data().get(MimeBundle.PLAIN));
    }
}
