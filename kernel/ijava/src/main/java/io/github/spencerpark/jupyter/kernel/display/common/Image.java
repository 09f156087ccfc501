package io.github.spencerpark.jupyter.kernel.display.common;

import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A picture as a file of the kind that is asked for. */
public final class Image {
    public static final MIMEType PNG = MIMEType.IMAGE_PNG;
    public static final MIMEType JPEG = MIMEType.IMAGE_JPEG;
    public static final MIMEType GIF = MIMEType.IMAGE_GIF;
    public static final MIMEType SVG = MIMEType.IMAGE_SVG;

    private Image() {}

    public static void registerAll(Renderer renderer) {
        renderer.createRegistration(RenderedImage.class)
                .preferring(PNG)
                .supporting(JPEG, GIF)
                .register(Image::renderImage);
        renderer.createRegistration(InputStream.class)
                .preferring(PNG)
                .supporting(JPEG, GIF)
                .register(Image::renderImageFromStream);
    }

    public static void renderImage(RenderedImage image, RenderContext context) {
        context.renderIfRequested(PNG, () -> encoded(image, "png"));
        context.renderIfRequested(JPEG, () -> encoded(image, "jpeg"));
        context.renderIfRequested(GIF, () -> encoded(image, "gif"));
    }

    /** Reads the stream to its end. */
    public static void renderImageFromStream(InputStream stream, RenderContext context) {
        RenderedImage image;
        try {
            image = ImageIO.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (image == null) {
            throw new IllegalArgumentException("The stream is no picture of a kind that Java reads.");
        }
        renderImage(image, context);
    }

    private static String encoded(RenderedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IOException("This picture cannot be written as " + format + ": it may have transparency.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
