package io.jotter.api.widgets;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture, which can be replaced without a flicker. */
public final class Image extends DomWidget<Image> {
    public Image() {
        super("ImageModel");
    }

    /**
     * @param format of the bytes: {@code "png"}, {@code "jpeg"}, {@code "svg+xml"}, …
     */
    public Image(byte[] bytes, String format) {
        this();
        set("format", format);
        value(bytes);
    }

    public Image(RenderedImage picture) {
        this();
        value(picture);
    }

    public byte[] value() {
        return get("value") instanceof byte[] bytes ? bytes.clone() : new byte[0];
    }

    /** Replaces the picture by one of the same format. */
    public Image value(byte[] bytes) {
        return set("value", bytes.clone());
    }

    /** Replaces the picture, in the format PNG. */
    public Image value(RenderedImage picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        set("format", "png");
        return set("value", png.toByteArray());
    }
}
