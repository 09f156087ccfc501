package io.jotter.environment.diagram;

import io.jotter.environment.diagram.DotGraph.Edge;
import io.jotter.environment.diagram.DotGraph.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mermaid's flow charts as graphs: nodes in the common brackets, arrows with and without words. A text that says more than
 * these is left to Mermaid.
 */
final class MermaidFlowchart {
    private static final Pattern HEAD = Pattern.compile("(?:graph|flowchart)\\s+(TB|TD|BT|LR|RL)\\b\\s*;?");
    private static final Pattern NODE = Pattern.compile("\\s*([\\p{L}\\d_]+)"
            + "(?:\\(\\((?<circle>[^()]*)\\)\\)|\\(\\[(?<stadium>[^\\]]*)\\]\\)|\\((?<round>[^()]*)\\)"
            + "|\\[(?<box>[^\\[\\]]*)\\]|\\{(?<diamond>[^{}]*)\\})?\\s*");
    private static final Pattern ARROW =
            Pattern.compile("(?<line>-->|---|-\\.->|-\\.-|==>|===)(?:\\|(?<after>[^|]*)\\|)?"
                    + "|--\\s+(?<within>[^-|]+?)\\s+(?<end>-->|---)");

    private final DotGraph graph = new DotGraph(true);

    private static final Pattern STATEMENT_END = Pattern.compile("[;\\n]");

    private MermaidFlowchart() {}

    static Optional<DotGraph> parse(String source) {
        Matcher head = HEAD.matcher(source.strip());
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        MermaidFlowchart chart = new MermaidFlowchart();
        String direction = head.group(1);
        chart.graph.attributes().put("rankdir", direction.equals("TD") ? "TB" : direction);
        for (String line : STATEMENT_END.split(source.strip().substring(head.end()), -1)) {
            boolean said = !line.isBlank() && !line.strip().startsWith("%%");
            if (said && !chart.statement(line)) {
                return Optional.empty();
            }
        }
        return chart.graph.nodes().isEmpty() ? Optional.empty() : Optional.of(chart.graph);
    }

    /** Whether all of it was understood. */
    private boolean statement(String line) {
        Matcher node = NODE.matcher(line);
        if (!node.lookingAt()) {
            return false;
        }
        String from = node(node);
        int at = node.end();
        while (at < line.length()) {
            Matcher arrow = ARROW.matcher(line).region(at, line.length());
            if (!arrow.lookingAt()) {
                return false;
            }
            node.region(arrow.end(), line.length());
            if (!node.lookingAt()) {
                return false;
            }
            String to = node(node);
            graph.edges().add(new Edge(from, to, style(arrow)));
            from = to;
            at = node.end();
        }
        return true;
    }

    private String node(Matcher found) {
        String name = found.group(1);
        Node node = graph.nodes().computeIfAbsent(name, each -> {
            Node added = new Node(each, new LinkedHashMap<>());
            added.attributes().put("shape", "box");
            return added;
        });
        for (String kind : new String[] {"circle", "stadium", "round", "box", "diamond"}) {
            String label = found.group(kind);
            if (label != null) {
                node.attributes().put("shape", kind.equals("stadium") || kind.equals("round") ? "ellipse" : kind);
                node.attributes()
                        .put("label", label.strip().replaceAll("^\"|\"$", "").replaceAll("<br */?>", "\n"));
            }
        }
        return name;
    }

    private static Map<String, String> style(Matcher arrow) {
        Map<String, String> style = new LinkedHashMap<>();
        String line = arrow.group("line") == null ? arrow.group("end") : arrow.group("line");
        String words = arrow.group("within") == null ? arrow.group("after") : arrow.group("within");
        style.put("dir", line.endsWith(">") ? "forward" : "none");
        style.put("style", line.startsWith("-.") ? "dotted" : line.startsWith("=") ? "bold" : "solid");
        if (words != null) {
            style.put("label", words.strip().replaceAll("^\"|\"$", ""));
        }
        return style;
    }
}
