package io.jotter.environment.diagram;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.environment.chart.ThemedPicture;
import io.jotter.environment.diagram.DotGraph.Edge;
import java.util.StringJoiner;

/**
 * A graph in Graphviz's language DOT, laid out and drawn here, in the page's ink. Nodes with labels and the common shapes,
 * edges with labels and styles, and {@code rankdir} are drawn; colours, fonts, ports and clusters are not.
 */
public final class Dot implements Displayable {
    /** A graph with more is neither laid out soon nor read by anyone. */
    private static final int MOST = 500;

    private final String source;
    private final DotGraph graph;

    Dot(String source) {
        this.source = source;
        this.graph = DotParser.parse(source);
        if (graph.nodes().size() > MOST || graph.edges().size() > 4 * MOST) {
            throw new IllegalArgumentException("The graph has " + graph.nodes().size() + " nodes and "
                    + graph.edges().size() + " edges; up to " + MOST + " nodes are drawn. Draw a part of it.");
        }
    }

    /** The DOT text. */
    public String source() {
        return source;
    }

    @Override
    public MimeBundle toMimeBundle() {
        if (graph.nodes().isEmpty()) {
            return MimeBundle.text(words());
        }
        DotDrawing drawing = new DotDrawing(graph, DotLayout.of(graph));
        return ThemedPicture.bundle(drawing::paint, drawing.width(), drawing.height(), words());
    }

    /** Each edge by the names of its ends. */
    private String words() {
        StringJoiner said = new StringJoiner(", ");
        for (Edge edge : graph.edges().subList(0, Math.min(30, graph.edges().size()))) {
            String label = edge.label().isEmpty() ? "" : " (" + edge.label() + ")";
            said.add(edge.from() + (graph.directed() ? " → " : " – ") + edge.to() + label);
        }
        if (graph.edges().size() > 30) {
            said.add("and " + (graph.edges().size() - 30) + " more");
        }
        int nodes = graph.nodes().size();
        String edges = said.length() == 0
                ? "no edges: " + String.join(", ", graph.nodes().keySet())
                : said.toString();
        return "Graph of " + nodes + (nodes == 1 ? " node" : " nodes") + ", " + edges;
    }
}
