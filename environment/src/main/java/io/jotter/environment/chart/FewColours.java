package io.jotter.environment.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** A picture with at most 256 colours, a quarter of the bytes; a cloud of points has few that differ to the eye. */
final class FewColours {
    private static final int MOST = 256;

    private FewColours() {}

    static BufferedImage of(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int bits = 3; ; bits--) {
            Map<Integer, Integer> colours = new LinkedHashMap<>();
            byte[] indices = new byte[pixels.length];
            int last = 0;
            int lastIndex = -1;
            for (int i = 0; i < pixels.length && colours.size() <= MOST; i++) {
                int colour = rounded(pixels[i], bits);
                if (colour != last || lastIndex < 0) {
                    Integer known = colours.putIfAbsent(colour, colours.size());
                    lastIndex = known == null ? colours.size() - 1 : known;
                    last = colour;
                }
                indices[i] = (byte) lastIndex;
            }
            if (colours.size() <= MOST) {
                return indexed(image, indices, colours);
            }
        }
    }

    private static BufferedImage indexed(BufferedImage image, byte[] indices, Map<Integer, Integer> colours) {
        int[] palette = colours.keySet().stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, palette.length, palette, 0, true, -1, DataBuffer.TYPE_BYTE);
        BufferedImage few =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        few.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), indices);
        return few;
    }

    /** Each of alpha, red, green and blue to so many bits; what is not seen has no colour. */
    private static int rounded(int argb, int bits) {
        int alpha = step(argb >>> 24, bits);
        if (alpha == 0) {
            return 0;
        }
        return alpha << 24
                | step(argb >> 16 & 0xff, bits) << 16
                | step(argb >> 8 & 0xff, bits) << 8
                | step(argb & 0xff, bits);
    }

    private static int step(int value, int bits) {
        int steps = (1 << bits) - 1;
        return Math.round(Math.round(value * steps / 255f) * 255f / steps);
    }
}
