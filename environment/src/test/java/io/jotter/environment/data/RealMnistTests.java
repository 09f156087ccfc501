package io.jotter.environment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealMnistTests {
    @Test
    void thePublishersFilesAreTakenAndHaveTheKnownFiguresOfMnist(@TempDir Path cache) {
        String data = System.getenv("JOTTER_DATA");
        assumeTrue(data != null, "JOTTER_DATA is not set: the real digits are not tested");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Mnist mnist = Mnist.load(
                new DataPlaces(Path.of(data, "mnist"), cache, List.of(), false),
                DigitFiles.MNIST,
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("MNIST: 60,000 + 10,000 digits from the folder JOTTER_DATA");
        assertThat(mnist.train().label(0)).isEqualTo(5);
        assertThat(mnist.test().label(0)).isEqualTo(7);
        double sum = 0;
        for (int i = 0; i < mnist.train().size(); i++) {
            for (float pixel : mnist.train().pixels(i)) {
                sum += pixel;
            }
        }
        // the mean that PyTorch's examples normalise by
        assertThat(sum / (60_000.0 * 784)).isBetween(0.1306, 0.1308);
    }
}
