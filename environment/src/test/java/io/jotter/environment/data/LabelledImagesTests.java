package io.jotter.environment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.abort;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.dataset.Record;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledImagesTests {
    private final LabelledImages images =
            new LabelledImages(new byte[] {0, 51, (byte) 255, 0, 102, (byte) 204}, new byte[] {3, 9, 1}, 1, 2);

    @Test
    void pixelsAreScaledBetweenZeroAndOne() {
        assertThat(images.pixels(1)).containsExactly(1f, 0f);
        assertThat(images.pixels(0)).containsExactly(0f, 0.2f);
        assertThat(images.label(1)).isEqualTo(9);
    }

    @Test
    void thePictureKeepsThePixels() {
        assertThat(images.image(2).getRaster().getSample(0, 0, 0)).isEqualTo(102);
        assertThat(images.image(2).getRaster().getSample(1, 0, 0)).isEqualTo(204);
    }

    @Test
    void theFirstFewMayBeTaken() {
        assertThat(images.first(2).size()).isEqualTo(2);
        assertThat(images.first(2).pixels(1)).containsExactly(1f, 0f);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images.first(4))
                .withMessageContaining("There are 3 images");
    }

    @Test
    void arraysHaveTheShapesAndTypesThatDjlTakes() {
        try (NDManager manager = engine()) {
            NDArray pixels = images.images(manager);
            assertThat(pixels.getShape()).isEqualTo(new Shape(3, 2));
            assertThat(pixels.getDataType()).isEqualTo(DataType.FLOAT32);
            assertThat(pixels.toFloatArray()).containsExactly(0f, 0.2f, 1f, 0f, 0.4f, 0.8f);
            NDArray labels = images.labels(manager);
            assertThat(labels.toLongArray()).containsExactly(3, 9, 1);
            NDArray loss = Loss.softmaxCrossEntropyLoss()
                    .evaluate(new NDList(labels), new NDList(manager.zeros(new Shape(3, 10))));
            assertThat((double) loss.getFloat()).isBetween(2.3025, 2.3027);
        }
    }

    @Test
    void theDataSetGivesBatchesInOrder() throws Exception {
        try (NDManager manager = engine()) {
            List<Long> seen = new ArrayList<>();
            for (Batch batch : images.dataset(manager, 2, false).getData(manager)) {
                for (long label : batch.getLabels().singletonOrThrow().toLongArray()) {
                    seen.add(label);
                }
                batch.close();
            }
            assertThat(seen).containsExactly(3L, 9L, 1L);
        }
    }

    @Test
    void aBatchHasTheSamePixelsAsTheArrayOfAll() throws Exception {
        LabelledImages digits = new DigitGenerator(3).draw(50);
        try (NDManager manager = engine()) {
            assertThat(batches(manager, digits.dataset(manager, 32, false)))
                    .isEqualTo(batches(manager, arrays(manager, digits, 32, false)));
        }
    }

    @Test
    void fromTheSameSeedTheShuffledBatchesAreThoseOfDjlsOwnDataSet() throws Exception {
        LabelledImages digits = new DigitGenerator(3).draw(50);
        try (NDManager manager = engine()) {
            Engine.getInstance().setRandomSeed(7);
            List<String> own = batches(manager, digits.dataset(manager, 8, true));
            Engine.getInstance().setRandomSeed(7);
            assertThat(own).isEqualTo(batches(manager, arrays(manager, digits, 8, true)));
        }
    }

    @Test
    void aPartOfTheDataSetIsOneToo() throws Exception {
        try (NDManager manager = engine()) {
            RandomAccessDataset part = images.dataset(manager, 2, false).subDataset(1, 3);
            assertThat(batches(manager, part)).containsExactly("(2, 2) [1.0, 0.0, 0.4, 0.8] (2) [9, 1]");
            Record one = images.dataset(manager, 2, false).get(manager, 1);
            assertThat(one.getData().singletonOrThrow().toFloatArray()).containsExactly(1f, 0f);
            assertThat(one.getLabels().singletonOrThrow().getLong()).isEqualTo(9);
        }
    }

    private static RandomAccessDataset arrays(
            NDManager manager, LabelledImages images, int batchSize, boolean shuffle) {
        return new ArrayDataset.Builder()
                .setData(images.images(manager))
                .optLabels(images.labels(manager))
                .setSampling(batchSize, shuffle)
                .build();
    }

    private static List<String> batches(NDManager manager, RandomAccessDataset dataset) throws Exception {
        List<String> seen = new ArrayList<>();
        for (Batch batch : dataset.getData(manager)) {
            NDArray pixels = batch.getData().singletonOrThrow();
            NDArray labels = batch.getLabels().singletonOrThrow();
            seen.add(pixels.getShape() + " " + Arrays.toString(pixels.toFloatArray()) + " " + labels.getShape() + " "
                    + Arrays.toString(labels.toLongArray()));
            batch.close();
        }
        return seen;
    }

    private static NDManager engine() {
        try {
            return NDManager.newBaseManager();
        } catch (EngineException | LinkageError | IllegalStateException absent) {
            return abort("no PyTorch library on this machine: " + absent);
        }
    }
}
