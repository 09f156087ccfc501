package io.jotter.environment.chart;

import io.jotter.api.MimeBundle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * A drawing for every place where a notebook is read: as SVG within HTML, in the ink of the page's theme; where a site takes
 * such SVG away for safety, as the PNG beside it; and as SVG and PNG for front ends that want a picture alone.
 */
public final class ThemedPicture {
    /** Shown only where the page's cleaner has taken the style away, and with it the SVG. */
    private static final String STILL = "<style>.jotter-still{display:none}</style>";

    private static final Pattern INK = Pattern.compile("rgb\\(121, ?121, ?121\\)");
    private static final Pattern SVG_START = Pattern.compile("<svg ");
    private static final Pattern SIZE = Pattern.compile(" width=['\"]([0-9.]+)['\"] height=['\"]([0-9.]+)['\"]");

    private final Consumer<Graphics2D> paint;
    private final @Nullable Layers layers;
    private final int width;
    private final int height;
    private final String words;
    private int sharpness;
    private UnaryOperator<String> colours = svg -> INK.matcher(svg).replaceAll("currentColor");

    /** A drawing with very many shapes: its words and axes, and its data, which go into a picture of pixels within the SVG. */
    record Layers(Consumer<Graphics2D> frame, Consumer<Graphics2D> data, int sharpness) {}

    /**
     * A drawing whose ink is that of {@link Palette#INK}.
     *
     * @param layers the same in two, or null where each shape may be one of the SVG
     * @param words the text alternative
     */
    ThemedPicture(Consumer<Graphics2D> paint, @Nullable Layers layers, int width, int height, String words) {
        this.paint = paint;
        this.layers = layers;
        this.width = width;
        this.height = height;
        this.words = words;
        this.sharpness = layers == null ? 2 : 1;
    }

    /** The same with a PNG of a pixel for each of the page's: for what takes long to draw. */
    ThemedPicture coarse() {
        sharpness = 1;
        return this;
    }

    /**
     * A drawing as HTML, SVG and PNG.
     *
     * @param paint draws in the colour {@link #ink}, which stands for the page's
     * @param words the text alternative
     */
    public static MimeBundle bundle(Consumer<Graphics2D> paint, int width, int height, String words) {
        return new ThemedPicture(paint, null, width, height, words).bundle();
    }

    /** The colour of words and lines that are to take the page's. */
    public static Color ink() {
        return Palette.INK;
    }

    /** The same with other colours that stand for the page's ink. */
    ThemedPicture with(UnaryOperator<String> recoloured) {
        colours = recoloured;
        return this;
    }

    /** As HTML, SVG and PNG. */
    MimeBundle bundle() {
        String svg = svg();
        byte[] small = png(pixels(paint, 1));
        String html = "<div style=\"color:var(--jp-content-font-color1, inherit)\">" + STILL + themed(svg)
                + "<img class=\"jotter-still\" alt=\"" + escape(words) + "\" width=\"" + width
                + "\" src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(small) + "\"></div>";
        MimeBundle bundle = MimeBundle.html(html, words);
        // pixels are in it twice already
        byte[] png = sharpness == 1 ? small : png(pixels(paint, sharpness));
        return pictures(layers == null ? bundle.with(MimeBundle.SVG, svg) : bundle, png);
    }

    /** Without HTML, beside another representation that the front end is to prefer to pictures. */
    MimeBundle still() {
        byte[] png = png(pixels(paint, sharpness));
        return pictures(MimeBundle.text(words).with(MimeBundle.SVG, svg()), png);
    }

    private MimeBundle pictures(MimeBundle bundle, byte[] png) {
        return bundle.with(MimeBundle.PNG, png)
                .withMetadata(MimeBundle.PNG, "{\"width\":" + width + ",\"height\":" + height + "}");
    }

    /** A picture by itself: it cannot know the page's ink, so it has one that reads on light and on dark. */
    private String svg() {
        SVGGraphics2D graphics = new SVGGraphics2D(width, height);
        graphics.setGeomDoubleConverter(ThemedPicture::places);
        graphics.setTransformDoubleConverter(ThemedPicture::places);
        if (layers == null) {
            paint.accept(graphics);
        } else {
            layers.frame().accept(graphics);
            graphics.setTransform(new AffineTransform());
            graphics.setClip(null);
            graphics.drawImage(pixels(layers.data(), layers.sharpness()), 0, 0, width, height, null);
        }
        return described(colours.apply(graphics.getSVGElement()), words);
    }

    /** A hundredth of a pixel is enough. */
    private static String places(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    private static String themed(String svg) {
        return svg.replaceFirst("style=\"color:#[0-9a-f]{6};", "style=\"color:inherit;");
    }

    /** SVG with its text alternative, as wide as there is room. */
    static String described(String svg, String words) {
        String start = "<svg role=\"img\" aria-label=\"" + escape(words) + "\" style=\"color:"
                + Palette.hex(Palette.INK) + ";max-width:100%;height:auto\" ";
        String sized = SVG_START.matcher(svg).replaceFirst(Matcher.quoteReplacement(start));
        if (sized.contains("viewBox=")) {
            return sized;
        }
        Matcher size = SIZE.matcher(sized);
        if (!size.find()) {
            return sized;
        }
        String box = size.group() + " viewBox=\"0 0 " + size.group(1) + " " + size.group(2) + "\"";
        return size.replaceFirst(Matcher.quoteReplacement(box));
    }

    private BufferedImage pixels(Consumer<Graphics2D> drawing, int scale) {
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        drawing.accept(graphics);
        graphics.dispose();
        return layers == null ? image : FewColours.of(image);
    }

    /** An image in the bytes of a PNG file. */
    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IOException("No PNG can be made of an image of type " + image.getType() + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
