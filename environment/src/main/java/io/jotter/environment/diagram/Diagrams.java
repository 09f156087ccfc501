package io.jotter.environment.diagram;

/** Formulas and diagrams by their source; imported in every notebook. */
public final class Diagrams {
    private Diagrams() {}

    /** A formula in LaTeX; dollars around it are added where there are none. */
    public static Latex latex(String source) {
        return new Latex(source);
    }

    /** A diagram in the language of Mermaid. */
    public static Mermaid mermaid(String source) {
        return new Mermaid(source);
    }

    /**
     * A graph in Graphviz's language DOT, drawn without Graphviz.
     *
     * @throws IllegalArgumentException if it is no DOT; the message says where
     */
    public static Dot dot(String source) {
        return new Dot(source);
    }
}
