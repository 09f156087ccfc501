package io.jotter.environment.data;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.ArrayDataset;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * N grey images of one size, each with a class. Pixels are kept as unsigned bytes (0 is background, 255 full ink) and handed out as
 * floats between 0 and 1. Immutable.
 */
public final class LabelledImages {
    /** Looked up, for a division of each pixel takes three times as long. */
    private static final float[] SHADES = new float[256];

    static {
        for (int shade = 0; shade < SHADES.length; shade++) {
            SHADES[shade] = shade / 255f;
        }
    }

    private final byte[] pixels;
    private final byte[] labels;
    private final int rows;
    private final int columns;

    /** Takes the arrays as they are: {@code pixels} holds N × rows × columns bytes, row by row, and {@code labels} N. */
    LabelledImages(byte[] pixels, byte[] labels, int rows, int columns) {
        if (pixels.length != (long) labels.length * rows * columns) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not " + labels.length + " images of " + rows + " × " + columns);
        }
        this.pixels = pixels;
        this.labels = labels;
        this.rows = rows;
        this.columns = columns;
    }

    /** Number of images, N. */
    public int size() {
        return labels.length;
    }

    /** Height of each image in pixels. */
    public int rows() {
        return rows;
    }

    /** Width of each image in pixels. */
    public int columns() {
        return columns;
    }

    /** Image {@code i} as rows × columns floats between 0 and 1, row by row (784 for MNIST). A fresh array. */
    public float[] pixels(int i) {
        float[] scaled = new float[rows * columns];
        pixels(i, scaled);
        return scaled;
    }

    /** The same into an array of that length. */
    void pixels(int i, float[] scaled) {
        int start = Objects.checkIndex(i, size()) * scaled.length;
        for (int p = 0; p < scaled.length; p++) {
            scaled[p] = SHADES[pixels[start + p] & 0xff];
        }
    }

    /** Class of image {@code i}: for digits 0 to 9. */
    public int label(int i) {
        return labels[i] & 0xff;
    }

    /** The first {@code count} images, to train on less. Throws {@link IllegalArgumentException} where there are not so many. */
    public LabelledImages first(int count) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(
                    "There are " + size() + " images; ask for 1 to " + size() + ", not " + count + ".");
        }
        return new LabelledImages(
                Arrays.copyOf(pixels, count * rows * columns), Arrays.copyOf(labels, count), rows, columns);
    }

    /** All images as a float32 array of shape (N, rows × columns), between 0 and 1. {@code manager} owns it and closes it. */
    public NDArray images(NDManager manager) {
        Shape shape = new Shape(size(), (long) rows * columns);
        // bytes cross to the engine and are scaled there: a float[] of all of MNIST would cost 188 MB of heap
        try (NDArray raw = manager.create(ByteBuffer.wrap(pixels), shape, DataType.UINT8)) {
            return raw.toType(DataType.FLOAT32, true).divi(255f);
        }
    }

    /**
     * All classes as an int64 array of shape (N), which DJL's {@code Loss.softmaxCrossEntropyLoss()} (sparse labels) and
     * {@code Accuracy} take as it is. {@code manager} owns it and closes it.
     */
    public NDArray labels(NDManager manager) {
        long[] classes = new long[size()];
        Arrays.setAll(classes, this::label);
        return manager.create(classes, new Shape(size()));
    }

    /** Image {@code i} as a grey picture, light ink on black as in the data. */
    public BufferedImage image(int i) {
        int length = rows * columns;
        int start = Objects.checkIndex(i, size()) * length;
        BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        // through the raster: setRGB would pass the values through a colour space and change them
        picture.getRaster().setDataElements(0, 0, columns, rows, Arrays.copyOfRange(pixels, start, start + length));
        return picture;
    }

    /**
     * {@link #images} with {@link #labels} as DJL's data set, in batches of {@code batchSize}, the last one perhaps smaller. The
     * batches belong to the manager that they are asked for with. With {@code shuffle} the order is drawn anew each epoch; for a
     * repeatable one set the engine's seed first.
     *
     * @param manager of the kind that the batches will be for; where its arrays are not in the processor's memory, it owns one of all
     *     the images
     */
    public ArrayDataset dataset(NDManager manager, int batchSize, boolean shuffle) {
        if (ImageBatches.canFill(manager)) {
            return new ImageBatches(this, batchSize, shuffle);
        }
        return new ArrayDataset.Builder()
                .setData(images(manager))
                .optLabels(labels(manager))
                .setSampling(batchSize, shuffle)
                .build();
    }

    /** The bytes of image {@code i}, for comparison within the package. */
    byte[] bytes(int i) {
        int length = rows * columns;
        return Arrays.copyOfRange(pixels, i * length, (i + 1) * length);
    }
}
