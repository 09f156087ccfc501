package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** An image as PNG. A very small one is shown larger, its pixels kept as squares. */
public final class ImageRenderer implements Renderer<BufferedImage> {
    private static final int SMALL = 64;
    private static final int SHOWN_AT = 140;

    @Override
    public Class<BufferedImage> type() {
        return BufferedImage.class;
    }

    @Override
    public MimeBundle render(BufferedImage image) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        int scale = longer <= SMALL ? Math.max(1, SHOWN_AT / longer) : 1;
        String plain = "BufferedImage " + image.getWidth() + "×" + image.getHeight();
        return MimeBundle.text(plain)
                .with(MimeBundle.PNG, png(scaled(image, scale)))
                .withMetadata(
                        MimeBundle.PNG,
                        "{\"width\":" + image.getWidth() * scale + ",\"height\":" + image.getHeight() * scale + "}");
    }

    private static BufferedImage scaled(BufferedImage image, int scale) {
        if (scale == 1) {
            return image;
        }
        BufferedImage large =
                new BufferedImage(image.getWidth() * scale, image.getHeight() * scale, BufferedImage.TYPE_INT_ARGB);
        var graphics = large.createGraphics();
        graphics.drawImage(image, 0, 0, large.getWidth(), large.getHeight(), null);
        graphics.dispose();
        return large;
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IOException("No PNG can be made of an image of type " + image.getType());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
