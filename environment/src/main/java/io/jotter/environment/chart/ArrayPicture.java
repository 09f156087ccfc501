package io.jotter.environment.chart;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * An array that looks like an image or a matrix worth a look: (rows, columns), or that with 1 or 3 channels before or behind,
 * each side from {@value #LEAST} to {@value #MOST} values long.
 */
public final class ArrayPicture {
    private static final int LEAST = 8;
    private static final int MOST = 512;

    /** On the page, for the longer side of a small one. */
    private static final int SHOWN_AT = 160;

    private ArrayPicture() {}

    /** As an HTML image with its text alternative; empty for an array that does not look like one. */
    public static Optional<String> html(NDArray array) {
        Shape shape = array.getShape();
        DataType type = array.getDataType();
        if (type == DataType.STRING || type.isBoolean() || !looksLikeOne(shape)) {
            return Optional.empty();
        }
        double[] values = Numbers.of(array);
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
        boolean light = type == DataType.UINT8 || (least >= 0 && most <= 1 && most > least);
        if (!light && shape.dimension() == 3) {
            return Optional.empty();
        }
        BufferedImage image = light ? Images.picture(array) : Heat.image(Numbers.matrix(array), least, most);
        String kind = light ? "image" : "heat map, dark " + Words.number(least) + " to light " + Words.number(most);
        String alt = String.format(Locale.ROOT, "The array as an %s", kind).replace("an heat", "a heat");
        int longer = Math.max(image.getWidth(), image.getHeight());
        double scale = longer >= SHOWN_AT ? 1 : Math.max(1, SHOWN_AT / longer);
        return Optional.of("<figure style=\"margin:4px 0\"><img alt=\"" + ThemedPicture.escape(alt) + "\" width=\""
                + Math.round(image.getWidth() * scale)
                + "\" style=\"image-rendering:pixelated\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(ThemedPicture.png(image))
                + "\"><figcaption style=\"font-size:12px\">"
                + ThemedPicture.escape(kind) + "</figcaption></figure>");
    }

    private static boolean looksLikeOne(Shape shape) {
        long[] sides = shape.getShape();
        if (sides.length == 3) {
            boolean before = sides[0] == 1 || sides[0] == 3;
            boolean behind = sides[2] == 1 || sides[2] == 3;
            return before ? fits(sides[1]) && fits(sides[2]) : behind && fits(sides[0]) && fits(sides[1]);
        }
        return sides.length == 2 && fits(sides[0]) && fits(sides[1]);
    }

    private static boolean fits(long side) {
        return side >= LEAST && side <= MOST;
    }
}
