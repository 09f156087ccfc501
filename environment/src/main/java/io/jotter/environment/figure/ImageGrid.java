package io.jotter.environment.figure;

import static io.jotter.environment.figure.Markup.escape;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Small grey images in rows, each with a caption. Its {@code with} returns a new grid.
 *
 * @param alt what the picture as a whole shows
 */
public record ImageGrid(String alt, int columns, List<Tile> tiles) implements Displayable {
    /** Pixels on the page for the longer side of an image. */
    private static final int SIDE = 72;

    /**
     * One image.
     *
     * @param png as Base64
     */
    public record Tile(String png, String caption) {}

    public ImageGrid {
        tiles = List.copyOf(tiles);
    }

    public static ImageGrid of(String alt, int columns) {
        return new ImageGrid(alt, columns, List.of());
    }

    /**
     * One more square image.
     *
     * @throws IllegalArgumentException if the number of pixels is not a square
     */
    public ImageGrid with(float[] pixels, String caption) {
        int side = (int) Math.round(Math.sqrt(pixels.length));
        if (side * side != pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not a square image; say how many rows and columns there are.");
        }
        return with(pixels, side, side, caption);
    }

    /**
     * One more image.
     *
     * @param pixels row by row, from 0 (paper) to 1 (ink); values outside are cut
     */
    public ImageGrid with(float[] pixels, int rows, int imageColumns, String caption) {
        List<Tile> more = new ArrayList<>(tiles);
        more.add(new Tile(Base64.getEncoder().encodeToString(png(pixels, rows, imageColumns)), caption));
        return new ImageGrid(alt, columns, more);
    }

    @Override
    public MimeBundle toMimeBundle() {
        return MimeBundle.html(html(), plain());
    }

    private String html() {
        StringBuilder html = new StringBuilder(1024 * tiles.size() + 256);
        html.append("<div role=\"group\" aria-label=\"")
                .append(escape(alt))
                .append(
                        "\" style=\"display:grid;width:max-content;max-width:100%;gap:8px;grid-template-columns:repeat(")
                .append(columns)
                .append(",auto);")
                .append(Markup.INK)
                .append("\">");
        for (Tile tile : tiles) {
            html.append("<figure style=\"margin:0;text-align:center\"><img alt=\"")
                    .append(escape(tile.caption().isEmpty() ? alt : tile.caption()))
                    .append("\" width=\"")
                    .append(SIDE)
                    .append("\" style=\"image-rendering:pixelated\" src=\"data:image/png;base64,")
                    .append(tile.png())
                    .append("\"><figcaption style=\"font-size:12px\">")
                    .append(escape(tile.caption()))
                    .append("</figcaption></figure>");
        }
        return html.append("</div>").toString();
    }

    /** Ink is dark on white paper in both themes: the images are scans, not drawings of the page's. */
    private static byte[] png(float[] pixels, int rows, int columns) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < pixels.length; i++) {
            float ink = Math.min(1, Math.max(0, pixels[i]));
            int grey = Math.round(255 * (1 - ink));
            image.getRaster().setSample(i % columns, i / columns, 0, grey);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The image could not be written as PNG.", e);
        }
        return bytes.toByteArray();
    }

    private String plain() {
        String captions =
                tiles.stream().map(Tile::caption).filter(c -> !c.isEmpty()).collect(Collectors.joining(" | "));
        return alt + " (" + tiles.size() + (tiles.size() == 1 ? " image" : " images")
                + (captions.isEmpty() ? ")" : ": " + captions + ")");
    }
}
