package io.jotter.environment.diagram;

import io.jotter.environment.diagram.DotGraph.Edge;
import io.jotter.environment.diagram.DotGraph.Node;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where ELK's layered algorithm, of the family that Graphviz's {@code dot} is of, puts nodes, edges and their labels. */
record DotLayout(ElkNode root, Map<Node, ElkNode> nodes, IdentityHashMap<Edge, ElkEdge> edges) {
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final double LINE = 17;

    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);

    static DotLayout of(DotGraph graph) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        root.setProperty(CoreOptions.DIRECTION, direction(graph));
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
        // as they are written, from left to right
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(CoreOptions.SPACING_NODE_NODE, 28.0);
        Map<String, ElkNode> byName = new LinkedHashMap<>();
        Map<Node, ElkNode> nodes = new LinkedHashMap<>();
        for (Node node : graph.nodes().values()) {
            ElkNode placed = ElkGraphUtil.createNode(root);
            size(node, placed);
            byName.put(node.name(), placed);
            nodes.put(node, placed);
        }
        IdentityHashMap<Edge, ElkEdge> edges = new IdentityHashMap<>();
        for (Edge edge : graph.edges()) {
            ElkEdge placed = ElkGraphUtil.createSimpleEdge(byName.get(edge.from()), byName.get(edge.to()));
            if (!edge.label().isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(edge.label(), placed);
                label.setDimensions(width(edge.label()) + 6, lines(edge.label()) * LINE);
            }
            edges.put(edge, placed);
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return new DotLayout(root, nodes, edges);
    }

    private static void size(Node node, ElkNode placed) {
        double width = width(node.label());
        double height = lines(node.label()) * LINE;
        switch (node.shape()) {
            case "point" -> placed.setDimensions(8, 8);
            case "box", "rect", "rectangle", "square" -> placed.setDimensions(Math.max(48, width + 24), height + 16);
            case "plaintext", "plain", "none" -> placed.setDimensions(width + 8, height + 6);
            case "diamond" -> placed.setDimensions(width * 1.6 + 30, height * 1.6 + 20);
            case "circle", "doublecircle" -> {
                double side = Math.max(36, Math.hypot(width, height) + 12);
                placed.setDimensions(side, side);
            }
            default -> placed.setDimensions(Math.max(54, width * 1.2 + 24), height * 1.2 + 16);
        }
    }

    private static Direction direction(DotGraph graph) {
        return switch (graph.attributes().getOrDefault("rankdir", "TB")) {
            case "LR" -> Direction.RIGHT;
            case "RL" -> Direction.LEFT;
            case "BT" -> Direction.UP;
            default -> Direction.DOWN;
        };
    }

    private static int lines(String text) {
        return (int) text.lines().count();
    }

    static double width(String text) {
        return text.lines()
                .map(line -> FONT.getStringBounds(line.isEmpty() ? " " : line, PAPER))
                .mapToDouble(Rectangle2D::getWidth)
                .max()
                .orElse(0);
    }
}
