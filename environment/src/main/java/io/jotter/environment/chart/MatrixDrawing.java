package io.jotter.environment.chart;

import io.jotter.environment.chart.Content.Matrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import org.knowm.xchart.XYChart;

/** A matrix as coloured cells in XChart's frame, with a scale beside it; few cells have their numbers in them. */
final class MatrixDrawing {
    private static final int SCALE_ROOM = 84;
    private static final int SCALE_WIDTH = 14;
    private static final int MOST_NUMBERED = 12;
    private static final int SHARPNESS = 2;
    private static final Font NUMBERS = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private final Matrix matrix;
    private final Look look;

    MatrixDrawing(Matrix matrix, Look look) {
        this.matrix = matrix;
        this.look = look;
    }

    void paint(Graphics2D graphics) {
        XYChart frame = (XYChart) Drawing.of(matrix, look);
        frame.paint(graphics, look.width() - SCALE_ROOM, look.height());
        int rows = matrix.rows().length;
        int left = at(frame.getScreenXFromChart(-0.5));
        int right = at(frame.getScreenXFromChart(matrix.columns() - 0.5));
        int top = at(frame.getScreenYFromChart(rows - 0.5));
        int bottom = at(frame.getScreenYFromChart(-0.5));
        graphics.setClip(null);
        double low = matrix.least();
        double high = matrix.greatest();
        draw(graphics, Heat.image(matrix.rows(), low, high), left, top, right - left, bottom - top);
        if (rows <= MOST_NUMBERED && matrix.columns() <= MOST_NUMBERED) {
            numbers(graphics, left, top, right - left, bottom - top);
        }
        scale(graphics, right + 16, top, bottom - top, low, high);
    }

    private void numbers(Graphics2D graphics, int left, int top, int width, int height) {
        double cellWidth = (double) width / matrix.columns();
        double cellHeight = (double) height / matrix.rows().length;
        if (cellWidth < 34 || cellHeight < 16) {
            return;
        }
        for (int row = 0; row < matrix.rows().length; row++) {
            for (int column = 0; column < matrix.rows()[row].length; column++) {
                double value = matrix.rows()[row][column];
                if (Double.isFinite(value)) {
                    boolean light = Heat.share(value, matrix.least(), matrix.greatest()) > 0.6;
                    graphics.setColor(light ? Color.BLACK : Color.WHITE);
                    // as a shape: its colour is for the cell behind it, whatever the page's text is like
                    GlyphVector text = NUMBERS.createGlyphVector(graphics.getFontRenderContext(), Words.number(value));
                    double x = left
                            + (column + 0.5) * cellWidth
                            - text.getLogicalBounds().getWidth() / 2;
                    graphics.fill(text.getOutline((float) x, (float) (top + (row + 0.5) * cellHeight + 4)));
                }
            }
        }
    }

    private static void scale(Graphics2D graphics, int left, int top, int height, double low, double high) {
        double[][] steps = new double[64][1];
        for (int i = 0; i < steps.length; i++) {
            steps[i][0] = (steps.length - 1 - i) / (double) (steps.length - 1);
        }
        draw(graphics, Heat.image(steps, 0, 1), left, top, SCALE_WIDTH, height);
        graphics.setFont(NUMBERS);
        graphics.setStroke(new BasicStroke(1));
        int ticks = high > low ? 4 : 0;
        for (int i = 0; i <= ticks; i++) {
            double share = ticks == 0 ? 0.5 : (double) i / ticks;
            int y = (int) Math.round(top + height * (1 - share));
            graphics.setColor(Palette.INK);
            double value = low + (high - low) * share;
            // a zero in the middle is not always one to the last digit
            String text = Math.abs(value) < 1e-4 * (high - low) ? "0" : Words.number(value);
            graphics.drawString(text, left + SCALE_WIDTH + 6, y + 4);
        }
    }

    /** Large pixels are made large here: a browser would blur them. */
    private static void draw(Graphics2D graphics, BufferedImage image, int x, int y, int width, int height) {
        int times = SHARPNESS;
        BufferedImage large =
                new BufferedImage(Math.max(1, width * times), Math.max(1, height * times), BufferedImage.TYPE_INT_ARGB);
        Graphics2D onto = large.createGraphics();
        boolean shrunk = image.getWidth() > large.getWidth() || image.getHeight() > large.getHeight();
        Image source = shrunk
                ? image.getScaledInstance(large.getWidth(), large.getHeight(), Image.SCALE_AREA_AVERAGING)
                : image;
        onto.drawImage(source, 0, 0, large.getWidth(), large.getHeight(), null);
        onto.dispose();
        graphics.drawImage(large, x, y, width, height, null);
    }

    private static int at(double pixel) {
        return (int) Math.round(pixel);
    }
}
