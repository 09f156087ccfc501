package io.jotter.environment.diagram;

import static io.jotter.environment.diagram.Diagrams.dot;
import static io.jotter.environment.diagram.Diagrams.latex;
import static io.jotter.environment.diagram.Diagrams.mermaid;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.environment.diagram.DotGraph.Edge;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.elk.graph.ElkNode;
import org.junit.jupiter.api.Test;

class DiagramsTests {
    private static final String FLOW = """
            // a comment
            strict digraph "G" {
              rankdir=LR; node [shape=box, fontsize=12]
              a [label="data\\nfiles"]; b -> { c d } [label="by hand" style=dashed];
              a -> b:port:n; subgraph cluster_0 { e; "f \\"quoted\\"" } /* more */
              d -> e -> "<script>"; h [label=<<b>bold</b>>, shape=circle]
            }""";

    @Test
    void aGraphIsReadByGraphvizsGrammar() {
        DotGraph graph = DotParser.parse(FLOW);
        assertThat(graph.directed()).isTrue();
        assertThat(graph.attributes()).containsEntry("rankdir", "LR");
        assertThat(graph.nodes()).containsOnlyKeys("a", "b", "c", "d", "e", "f \"quoted\"", "<script>", "h");
        assertThat(graph.edges().stream().map(each -> each.from() + ">" + each.to()))
                .containsExactly("b>c", "b>d", "a>b", "d>e", "e><script>");
        assertThat(graph.edges().get(0).label()).isEqualTo("by hand");
        assertThat(graph.edges().get(2).attributes()).isEmpty();
        assertThat(requireNonNull(graph.nodes().get("a")).label()).isEqualTo("data\nfiles");
        assertThat(requireNonNull(graph.nodes().get("b")).shape()).isEqualTo("box");
        assertThat(requireNonNull(graph.nodes().get("h")).label()).isEqualTo("bold");
        assertThat(DotParser.parse("graph { a--b -- 1.5 }").edges().stream().map(Edge::to))
                .containsExactly("b", "1.5");
    }

    @Test
    void whatIsNoDotIsSaidWithItsPlace() {
        assertThatThrownBy(() -> dot("a -> b")).hasMessageContaining("begins with “digraph {”");
        assertThatThrownBy(() -> dot("digraph { a -> }")).hasMessageContaining("name was expected, not “}” after “->”");
        assertThatThrownBy(() -> dot("digraph { a -> b")).hasMessageContaining("ends too early");
        assertThatThrownBy(() -> dot("digraph {\n a -> % }")).hasMessageContaining("“%” in line 2");
        String many = IntStream.range(0, 600).mapToObj(i -> "n" + i + ";").collect(Collectors.joining());
        assertThatThrownBy(() -> dot("graph {" + many + "}")).hasMessageContaining("600 nodes");
    }

    @Test
    void aGraphIsDrawnWithWordsAndWithoutGraphviz() {
        MimeBundle bundle = dot(FLOW).toMimeBundle();
        assertThat(bundle.data()).containsKeys(MimeBundle.HTML, MimeBundle.SVG, MimeBundle.PNG);
        assertThat(plain(dot(FLOW)))
                .isEqualTo("Graph of 8 nodes, b → c (by hand), b → d (by hand), a → b, d → e, e → <script>");
        assertThat((String) bundle.data().get(MimeBundle.HTML))
                .contains("currentColor", ">by hand<")
                .doesNotContain("<script");
        assertThat(plain(dot("graph {}"))).isEqualTo("Graph of 0 nodes, no edges: ");
        for (String shape : new String[] {"point", "diamond", "doublecircle", "plaintext", "unheard-of"}) {
            assertThat(dot("graph { node [shape=\"" + shape + "\"] a -- b -- a -- a }")
                            .toMimeBundle()
                            .data())
                    .containsKey(MimeBundle.SVG);
        }
    }

    @Test
    void theDirectionIsThatOfTheGraph() {
        DotGraph graph = DotParser.parse("digraph { a -> b }");
        DotLayout down = DotLayout.of(graph);
        graph.attributes().put("rankdir", "LR");
        DotLayout right = DotLayout.of(graph);
        assertThat(placed(down, graph, "b").getY())
                .isGreaterThan(placed(down, graph, "a").getY() + 30);
        assertThat(placed(right, graph, "b").getX())
                .isGreaterThan(placed(right, graph, "a").getX() + 30);
    }

    @Test
    void formulasAndMermaidKeepTheirSourceAsText() {
        assertThat(latex("e^{i\\pi}").toMimeBundle().data())
                .containsEntry(MimeBundle.LATEX, "$\\displaystyle e^{i\\pi}$")
                .containsEntry(MimeBundle.PLAIN, "e^{i\\pi}");
        assertThat(latex("$x$").toMimeBundle().data()).containsEntry(MimeBundle.LATEX, "$x$");
        assertThat(mermaid("\ngraph LR\n  A --> B\n").toMimeBundle().data())
                .containsEntry("text/vnd.mermaid", "graph LR\n  A --> B")
                .containsEntry(MimeBundle.PLAIN, "graph LR\n  A --> B");
    }

    @Test
    void aSimpleFlowChartOfMermaidIsDrawnForPagesWithoutIt() {
        DotGraph graph = MermaidFlowchart.parse(
                        "graph LR\n  %% note\n A[data in] -->|by hand| B((net)) -- loss --> C{ok?}; C -.-> A\n B === D(end)")
                .orElseThrow();
        assertThat(graph.attributes()).containsEntry("rankdir", "LR");
        assertThat(graph.nodes().values().stream().map(each -> each.label() + "/" + each.shape()))
                .containsExactly("data in/box", "net/circle", "ok?/diamond", "end/ellipse");
        assertThat(graph.edges().stream()
                        .map(each -> each.from()
                                + each.to()
                                + each.label()
                                + each.attributes().get("style")))
                .containsExactly("ABby handsolid", "BClosssolid", "CAdotted", "BDbold");
        assertThat(MermaidFlowchart.parse("flowchart TD; A --> B; subgraph x")).isEmpty();
        assertThat(mermaid("graph TD; A[<b>] --> B").toMimeBundle().data())
                .containsKeys("text/vnd.mermaid", MimeBundle.HTML, MimeBundle.SVG, MimeBundle.PNG);
        // JupyterLab would prefer a picture to its own Mermaid
        assertThat(mermaid("sequenceDiagram\n A->>B: hello").toMimeBundle().data())
                .containsOnlyKeys("text/vnd.mermaid", MimeBundle.PLAIN);
    }

    private static ElkNode placed(DotLayout layout, DotGraph graph, String name) {
        return requireNonNull(layout.nodes().get(requireNonNull(graph.nodes().get(name))));
    }

    private static String plain(Displayable value) {
        return String.valueOf(value.toMimeBundle().data().get(MimeBundle.PLAIN));
    }
}
