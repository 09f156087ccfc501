package io.jotter.environment.diagram;

import io.jotter.environment.diagram.DotGraph.Edge;
import io.jotter.environment.diagram.DotGraph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads DOT by Graphviz's grammar (graphviz.org/doc/info/lang.html). A subgraph is read for its nodes and edges; that it is
 * one is not drawn.
 */
final class DotParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|//[^\\n]*|/\\*.*?\\*/|(?m:^#[^\\n]*)"
                    + "|(?<arrow>->|--)|(?<quoted>\"(?:\\\\.|[^\"\\\\])*\")|(?<html><(?:[^<>]|<[^<>]*>)*>)"
                    + "|(?<word>[\\p{L}_0-9.\\x80-\\uffff-]+?(?=->|--|[^\\p{L}_0-9.\\x80-\\uffff-]|$))|(?<mark>[{}\\[\\];,=:+])",
            Pattern.DOTALL);

    private final List<String> tokens = new ArrayList<>();
    private final DotGraph graph;
    private int next;

    private DotParser(String source) {
        Matcher matcher = TOKEN.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw wrong("“" + source.charAt(at) + "” in line "
                        + (1
                                + source.substring(0, at)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()) + " cannot stand there");
            }
            if (matcher.group().strip().length() > 0 && isSaid(matcher)) {
                tokens.add(matcher.group());
            }
            at = matcher.end();
        }
        boolean strict = takes("strict");
        boolean directed = takes("digraph");
        if (!directed && !takes("graph")) {
            throw wrong((strict ? "after strict, " : "") + "a graph begins with “digraph {” or “graph {”");
        }
        graph = new DotGraph(directed);
    }

    /**
     * What the text says.
     *
     * @throws IllegalArgumentException if it is no DOT; the message says where
     */
    static DotGraph parse(String source) {
        DotParser parser = new DotParser(source);
        if (!parser.isNext("{")) {
            parser.id();
        }
        parser.block(new LinkedHashMap<>(), new LinkedHashMap<>());
        return parser.graph;
    }

    private static boolean isSaid(Matcher matcher) {
        for (String kind : List.of("arrow", "quoted", "html", "word", "mark")) {
            if (matcher.group(kind) != null) {
                return true;
            }
        }
        return false;
    }

    /** The nodes named in it. */
    private Set<String> block(Map<String, String> ofNodes, Map<String, String> ofEdges) {
        expect("{");
        Set<String> named = new LinkedHashSet<>();
        while (!takes("}")) {
            if (!takes(";") && !takes(",")) {
                named.addAll(statement(ofNodes, ofEdges));
            }
        }
        return named;
    }

    private Set<String> statement(Map<String, String> ofNodes, Map<String, String> ofEdges) {
        for (String kind : List.of("node", "edge", "graph")) {
            if (isNext(kind) && next + 1 < tokens.size() && tokens.get(next + 1).equals("[")) {
                next++;
                attributes(kind.equals("node") ? ofNodes : kind.equals("edge") ? ofEdges : graph.attributes());
                return Set.of();
            }
        }
        if (next + 1 < tokens.size() && tokens.get(next + 1).equals("=")) {
            String name = id();
            next++;
            graph.attributes().putIfAbsent(name, id());
            return Set.of();
        }
        List<Set<String>> ends = new ArrayList<>();
        int from = next;
        ends.add(end(ofNodes, ofEdges));
        boolean alone = !tokens.get(from).equals("{") && !tokens.get(from).equals("subgraph");
        while (takes("->") || takes("--")) {
            ends.add(end(ofNodes, ofEdges));
        }
        Map<String, String> given = new LinkedHashMap<>(ends.size() == 1 ? Map.of() : ofEdges);
        attributes(given);
        if (ends.size() == 1 && alone) {
            ends.get(0).forEach(name -> node(name, ofNodes).attributes().putAll(given));
        }
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < ends.size(); i++) {
            all.addAll(ends.get(i));
            for (String to : i == 0 ? Set.<String>of() : ends.get(i)) {
                ends.get(i - 1).forEach(one -> graph.edges().add(new Edge(one, to, given)));
            }
        }
        return all;
    }

    private Set<String> end(Map<String, String> ofNodes, Map<String, String> ofEdges) {
        if (takes("subgraph") && !isNext("{")) {
            id();
        }
        if (isNext("{")) {
            return block(new LinkedHashMap<>(ofNodes), new LinkedHashMap<>(ofEdges));
        }
        String name = id();
        while (takes(":")) {
            id(); // a port, which edges do not keep to
        }
        node(name, ofNodes);
        return Set.of(name);
    }

    private Node node(String name, Map<String, String> defaults) {
        return graph.nodes().computeIfAbsent(name, each -> new Node(name, new LinkedHashMap<>(defaults)));
    }

    private void attributes(Map<String, String> into) {
        while (takes("[")) {
            while (!takes("]")) {
                if (!takes(",") && !takes(";")) {
                    String name = id();
                    into.put(name, takes("=") ? id() : "true");
                }
            }
        }
    }

    private String id() {
        String token = take();
        if (token.startsWith("\"")) {
            StringBuilder text = new StringBuilder(unquoted(token));
            while (takes("+")) {
                text.append(unquoted(take()));
            }
            return text.toString();
        } else if (token.startsWith("<")) {
            return token.substring(1, token.length() - 1)
                    .replaceAll("(?i)<br */?>", "\n")
                    .replaceAll("<[^>]*>", "");
        } else if ("{}[];,=:+".contains(token) || token.equals("->") || token.equals("--")) {
            throw wrong("a name was expected, not “" + token + "”" + after());
        }
        return token;
    }

    private static String unquoted(String token) {
        return token.length() < 2
                ? token
                : token.substring(1, token.length() - 1).replace("\\\"", "\"").replace("\\\n", "");
    }

    private String take() {
        if (next == tokens.size()) {
            throw wrong("the text ends too early; is a } or a ] missing?");
        }
        return tokens.get(next++);
    }

    private boolean isNext(String token) {
        return next < tokens.size() && tokens.get(next).toLowerCase(Locale.ROOT).equals(token);
    }

    private boolean takes(String token) {
        if (next == tokens.size() && (token.equals("}") || token.equals("]"))) {
            take();
        }
        boolean is = isNext(token);
        next += is ? 1 : 0;
        return is;
    }

    private void expect(String token) {
        if (!takes(token)) {
            throw wrong("“" + token + "” was expected" + after());
        }
    }

    private String after() {
        return next < 2 ? "" : " after “" + tokens.get(next - 2) + "”";
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("This is no DOT: " + what + ".");
    }
}
