package io.jotter.environment.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** From a share of the greatest value to a colour that a colour-blind reader orders as well: viridis, as matplotlib has it. */
final class Heat {
    /** Nine of its 256 colours, evenly spaced; between them it is straight enough. */
    private static final int[] STOPS = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };

    private Heat() {}

    static Color colour(double share) {
        double at = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
        int below = Math.min(STOPS.length - 2, (int) at);
        Color low = new Color(STOPS[below]);
        Color high = new Color(STOPS[below + 1]);
        double part = at - below;
        return new Color(
                mixed(low.getRed(), high.getRed(), part),
                mixed(low.getGreen(), high.getGreen(), part),
                mixed(low.getBlue(), high.getBlue(), part));
    }

    /** A pixel for each value, transparent where there is none. */
    static BufferedImage image(double[][] rows, double low, double high) {
        int columns = columns(rows);
        BufferedImage image = new BufferedImage(columns, rows.length, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                double value = rows[row][column];
                if (Double.isFinite(value)) {
                    image.setRGB(column, row, colour(share(value, low, high)).getRGB());
                }
            }
        }
        return image;
    }

    static double share(double value, double low, double high) {
        return high > low ? (value - low) / (high - low) : 0.5;
    }

    static int columns(double[][] rows) {
        int columns = 0;
        for (double[] row : rows) {
            columns = Math.max(columns, row.length);
        }
        return columns;
    }

    private static int mixed(int low, int high, double part) {
        return (int) Math.round(low + (high - low) * part);
    }
}
