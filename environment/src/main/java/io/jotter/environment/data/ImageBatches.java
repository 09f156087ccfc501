package io.jotter.environment.data;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.dataset.Record;
import ai.djl.translate.Batchifier;
import ai.djl.util.Progress;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Images as DJL's data set, whose batches are written from the bytes straight into the engine's memory. DJL's own picks rows out of
 * an array of floats, which is four times the bytes to hold and to read, and takes several calls of the engine a batch.
 *
 * <p>A batch of B images has data of shape (B, rows × columns), float32 between 0 and 1, and labels of shape (B), int64.
 */
final class ImageBatches extends ArrayDataset {
    private final LabelledImages images;
    private final int length;

    ImageBatches(LabelledImages images, int batchSize, boolean shuffle) {
        super(new Sampling().setSampling(batchSize, shuffle));
        this.images = images;
        length = images.rows() * images.columns();
    }

    /** Whether what is written into the buffer of such a manager's array is in the array. */
    static boolean canFill(NDManager manager) {
        if (!manager.getDevice().equals(Device.cpu())) {
            return false;
        }
        try (NDArray probe = manager.create(new Shape(1), DataType.FLOAT32)) {
            return probe.toByteBuffer(true).isDirect();
        }
    }

    @Override
    protected long availableSize() {
        return images.size();
    }

    @Override
    public void prepare(@Nullable Progress progress) {
        // the bytes are there
    }

    @Override
    public Record get(NDManager manager, long index) {
        NDArray pixels = manager.create(new Shape(length), DataType.FLOAT32);
        floats(pixels).put(images.pixels((int) index));
        return new Record(new NDList(pixels), new NDList(manager.create((long) images.label((int) index))));
    }

    @Override
    public Batch getByIndices(NDManager manager, long... indices) {
        NDArray pixels = manager.create(new Shape(indices.length, length), DataType.FLOAT32);
        NDArray labels = manager.create(new Shape(indices.length), DataType.INT64);
        FloatBuffer ink = floats(pixels);
        LongBuffer classes =
                labels.toByteBuffer(true).order(ByteOrder.nativeOrder()).asLongBuffer();
        float[] image = new float[length];
        for (long index : indices) {
            images.pixels((int) index, image);
            ink.put(image);
            classes.put(images.label((int) index));
        }
        return new Batch(
                manager,
                new NDList(pixels),
                new NDList(labels),
                indices.length,
                Batchifier.STACK,
                Batchifier.STACK,
                -1,
                -1);
    }

    @Override
    public Batch getByRange(NDManager manager, long fromIndex, long toIndex) {
        return getByIndices(manager, LongStream.range(fromIndex, toIndex).toArray());
    }

    private static FloatBuffer floats(NDArray array) {
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private static final class Sampling extends BaseBuilder<Sampling> {
        @Override
        protected Sampling self() {
            return this;
        }
    }
}
