package io.jotter.environment.chart;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The marks that {@link Palette} names, two units wide around the middle. */
final class Marks {
    private static final int KINDS = 6;

    private Marks() {}

    static Path2D of(int index) {
        return switch (index % KINDS) {
            case 0 -> new Path2D.Double(new Ellipse2D.Double(-1, -1, 2, 2));
            case 1 -> polygon(0, -1.1, 1.1, 0.9, -1.1, 0.9);
            case 2 -> new Path2D.Double(new Rectangle2D.Double(-0.9, -0.9, 1.8, 1.8));
            case 3 -> polygon(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0);
            case 4 -> polygon(0, 1.1, 1.1, -0.9, -1.1, -0.9);
            default ->
                polygon(
                        -0.35, -1.1, 0.35, -1.1, 0.35, -0.35, 1.1, -0.35, 1.1, 0.35, 0.35, 0.35, 0.35, 1.1, -0.35, 1.1,
                        -0.35, 0.35, -1.1, 0.35, -1.1, -0.35, -0.35, -0.35);
        };
    }

    private static Path2D polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
