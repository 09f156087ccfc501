package io.jotter.environment.diagram;

import io.jotter.environment.chart.ThemedPicture;
import io.jotter.environment.diagram.DotGraph.Edge;
import io.jotter.environment.diagram.DotGraph.Node;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** Draws a graph that has been laid out. */
final class DotDrawing {
    private static final int MARGIN = 4;
    private static final double ARROW = 9;

    private final DotGraph graph;
    private final DotLayout layout;

    DotDrawing(DotGraph graph, DotLayout layout) {
        this.graph = graph;
        this.layout = layout;
    }

    int width() {
        return (int) Math.ceil(layout.root().getWidth()) + 2 * MARGIN;
    }

    int height() {
        return (int) Math.ceil(layout.root().getHeight()) + 2 * MARGIN;
    }

    void paint(Graphics2D graphics) {
        graphics.translate(MARGIN, MARGIN);
        graphics.setColor(ThemedPicture.ink());
        graphics.setFont(DotLayout.FONT);
        layout.edges().forEach((edge, placed) -> edge(graphics, edge, placed));
        graphics.setStroke(new BasicStroke(1.4f));
        layout.nodes().forEach((node, placed) -> node(graphics, node, placed));
        graphics.translate(-MARGIN, -MARGIN);
    }

    private static void node(Graphics2D graphics, Node node, ElkNode placed) {
        double x = placed.getX();
        double y = placed.getY();
        double width = placed.getWidth();
        double height = placed.getHeight();
        switch (node.shape()) {
            case "point" -> {
                graphics.fill(new Ellipse2D.Double(x, y, width, height));
                return;
            }
            case "plaintext", "plain", "none" -> {}
            case "box", "rect", "rectangle", "square" ->
                graphics.draw(new RoundRectangle2D.Double(x, y, width, height, 6, 6));
            case "diamond" -> graphics.draw(diamond(x, y, width, height));
            case "doublecircle" -> {
                graphics.draw(new Ellipse2D.Double(x, y, width, height));
                graphics.draw(new Ellipse2D.Double(x + 3, y + 3, width - 6, height - 6));
            }
            default -> graphics.draw(new Ellipse2D.Double(x, y, width, height));
        }
        text(graphics, node.label(), x + width / 2, y + height / 2);
    }

    private static Path2D diamond(double x, double y, double width, double height) {
        Path2D path = new Path2D.Double();
        path.moveTo(x + width / 2, y);
        path.lineTo(x + width, y + height / 2);
        path.lineTo(x + width / 2, y + height);
        path.lineTo(x, y + height / 2);
        path.closePath();
        return path;
    }

    private void edge(Graphics2D graphics, Edge edge, ElkEdge placed) {
        graphics.setStroke(stroke(edge.attributes().getOrDefault("style", "solid")));
        for (ElkEdgeSection section : placed.getSections()) {
            List<Point2D> points = points(section);
            graphics.draw(curve(points));
            Point2D end = points.get(points.size() - 1);
            String dir = edge.attributes().getOrDefault("dir", graph.directed() ? "forward" : "none");
            if (dir.equals("forward") || dir.equals("both")) {
                graphics.fill(arrow(points.get(points.size() - 2), end));
            }
            if (dir.equals("back") || dir.equals("both")) {
                graphics.fill(arrow(points.get(1), points.get(0)));
            }
        }
        for (ElkLabel label : placed.getLabels()) {
            text(graphics, label.getText(), label.getX() + label.getWidth() / 2, label.getY() + label.getHeight() / 2);
        }
    }

    private static BasicStroke stroke(String style) {
        float[] dash =
                style.contains("dashed") ? new float[] {6, 4} : style.contains("dotted") ? new float[] {2, 4} : null;
        float width = style.contains("bold") ? 2.4f : 1.4f;
        return dash == null
                ? new BasicStroke(width)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static List<Point2D> points(ElkEdgeSection section) {
        List<Point2D> points = new ArrayList<>();
        points.add(new Point2D.Double(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> points.add(new Point2D.Double(bend.getX(), bend.getY())));
        points.add(new Point2D.Double(section.getEndX(), section.getEndY()));
        return points;
    }

    /** ELK's splines are cubic: after the start, three points a piece. */
    private static Path2D curve(List<Point2D> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        int at = 1;
        for (; at + 2 < points.size(); at += 3) {
            Point2D one = points.get(at);
            Point2D two = points.get(at + 1);
            Point2D end = points.get(at + 2);
            path.curveTo(one.getX(), one.getY(), two.getX(), two.getY(), end.getX(), end.getY());
        }
        if (at + 1 < points.size()) {
            Point2D control = points.get(at);
            Point2D end = points.get(at + 1);
            path.quadTo(control.getX(), control.getY(), end.getX(), end.getY());
        } else if (at < points.size()) {
            path.lineTo(points.get(at).getX(), points.get(at).getY());
        }
        return path;
    }

    private static Path2D arrow(Point2D before, Point2D tip) {
        double angle = Math.atan2(tip.getY() - before.getY(), tip.getX() - before.getX());
        Path2D path = new Path2D.Double();
        path.moveTo(tip.getX(), tip.getY());
        for (double side : new double[] {0.38, -0.38}) {
            path.lineTo(tip.getX() - ARROW * Math.cos(angle + side), tip.getY() - ARROW * Math.sin(angle + side));
        }
        path.closePath();
        return path;
    }

    private static void text(Graphics2D graphics, String text, double middle, double centre) {
        List<String> lines = text.lines().toList();
        double y = centre - (lines.size() - 1) * DotLayout.LINE / 2 + 4.5;
        for (String line : lines) {
            graphics.drawString(line, (float) (middle - DotLayout.width(line) / 2), (float) y);
            y += DotLayout.LINE;
        }
    }
}
