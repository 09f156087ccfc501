package io.jotter.environment.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a DOT text says: nodes by their names, and edges.
 *
 * @param attributes of the graph, such as {@code rankdir}
 */
record DotGraph(boolean directed, Map<String, String> attributes, Map<String, Node> nodes, List<Edge> edges) {
    DotGraph(boolean directed) {
        this(directed, new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    /** A node with its attributes, such as {@code label} and {@code shape}. */
    record Node(String name, Map<String, String> attributes) {
        String label() {
            return DotGraph.label(attributes.getOrDefault("label", "\\N").replace("\\N", name));
        }

        String shape() {
            return attributes.getOrDefault("shape", "ellipse");
        }
    }

    /** From one node to another. */
    record Edge(String from, String to, Map<String, String> attributes) {
        String label() {
            return DotGraph.label(attributes.getOrDefault("label", ""));
        }
    }

    /** The escapes for line ends, of whatever alignment. */
    private static String label(String text) {
        return text.replace("\\n", "\n")
                .replace("\\l", "\n")
                .replace("\\r", "\n")
                .strip();
    }
}
