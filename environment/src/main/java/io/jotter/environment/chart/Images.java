package io.jotter.environment.chart;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.jotter.environment.figure.ImageGrid;
import io.jotter.environment.figure.ImageGrid.Tile;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pictures out of numbers. */
final class Images {
    private static final int MOST = 100;
    private static final int IN_A_ROW = 10;

    private Images() {}

    static ImageGrid grid(Object images, @Nullable List<String> captions) {
        List<BufferedImage> pictures = new ArrayList<>();
        int count;
        if (images instanceof NDArray array) {
            count = (int) array.getShape().get(0);
            for (int i = 0; i < Math.min(count, MOST); i++) {
                try (NDArray one = array.get(i)) {
                    pictures.add(picture(one));
                }
            }
        } else {
            List<@Nullable Object> each = Numbers.elements(images);
            count = each.size();
            each.stream().limit(MOST).map(Images::picture).forEach(pictures::add);
        }
        if (captions != null && captions.size() != count) {
            throw new IllegalArgumentException(
                    "There are " + count + " images and " + captions.size() + " captions; each image needs one.");
        }
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            String png = Base64.getEncoder().encodeToString(ThemedPicture.png(pictures.get(i)));
            tiles.add(new Tile(png, captions == null ? "" : captions.get(i)));
        }
        String alt =
                count > pictures.size() ? "The first " + pictures.size() + " of " + count + " pictures" : "Pictures";
        return new ImageGrid(alt, Math.max(1, Math.min(IN_A_ROW, tiles.size())), tiles);
    }

    /** One image of an array: (rows, columns), (1 or 3, rows, columns) or (rows, columns, 1 or 3). */
    static BufferedImage picture(NDArray array) {
        Shape shape = array.getShape();
        double[] values = Numbers.of(array);
        if (shape.dimension() == 2) {
            return picture(values, (int) shape.get(0), (int) shape.get(1), 1, false);
        } else if (shape.dimension() == 3 && isChannels(shape.get(0))) {
            return picture(values, (int) shape.get(1), (int) shape.get(2), (int) shape.get(0), true);
        } else if (shape.dimension() == 3 && isChannels(shape.get(2))) {
            return picture(values, (int) shape.get(0), (int) shape.get(1), (int) shape.get(2), false);
        } else if (shape.dimension() == 1) {
            return square(values);
        }
        throw new IllegalArgumentException("An array of the shape " + shape
                + " is no image: (rows, columns), (1 or 3, rows, columns) and (rows, columns, 1 or 3) are.");
    }

    private static boolean isChannels(long length) {
        return length == 1 || length == 3;
    }

    private static BufferedImage picture(@Nullable Object image) {
        if (image instanceof BufferedImage picture) {
            return picture;
        } else if (image instanceof NDArray array) {
            return picture(array);
        } else if (image instanceof Object[] rows) {
            double[][] matrix = Numbers.matrix(rows);
            int columns = Heat.columns(matrix);
            double[] values = Arrays.stream(matrix)
                    .flatMapToDouble(row -> Arrays.stream(Arrays.copyOf(row, columns)))
                    .toArray();
            return picture(values, matrix.length, columns, 1, false);
        }
        return square(Numbers.of(image));
    }

    private static BufferedImage square(double[] values) {
        int side = (int) Math.round(Math.sqrt(values.length));
        if (side * side != values.length || side == 0) {
            throw new IllegalArgumentException(values.length
                    + " pixels are not a square image; give it as a matrix, with a row for each row of the image.");
        }
        return picture(values, side, side, 1, false);
    }

    private static BufferedImage picture(double[] values, int rows, int columns, int channels, boolean channelsFirst) {
        if (rows == 0 || columns == 0) {
            throw new IllegalArgumentException("The image has no pixels.");
        }
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1) > 1 ? 255 : 1;
        BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < rows * columns; pixel++) {
            int colour = 0;
            for (int band = 0; band < 3; band++) {
                int channel = channels == 1 ? 0 : band;
                int place = channelsFirst ? channel * rows * columns + pixel : pixel * channels + channel;
                double share = Math.min(1, Math.max(0, values[place] / most));
                colour = colour << 8 | (int) Math.round(255 * share);
            }
            picture.setRGB(pixel % columns, pixel / columns, colour);
        }
        return picture;
    }
}
