package io.jotter.server.session;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.jotter.server.engine.SnippetOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;

/**
 * A {@code return} that stands in no method. JShell runs a statement in a method of its own and lets it return from there: it
 * would show nothing, and the rest of the cell would run on.
 */
final class TopLevelReturn {
    private static final Pattern WORD = Pattern.compile("\\breturn\\b");
    private static final String HEAD = "class Cell { Object run() {";

    private TopLevelReturn() {}

    /** What is wrong with a snippet, mostly nothing. */
    static List<SnippetOutcome.Problem> in(String snippet, SourceCodeAnalysis analysis) {
        if (!WORD.matcher(JavaTokens.codeOnly(snippet)).find()
                || analysis.sourceToSnippets(snippet).stream().noneMatch(each -> each.kind() == Kind.STATEMENT)) {
            return List.of();
        }
        JavaFileObject wrapped = new SimpleJavaFileObject(URI.create("cell:/Cell.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return HEAD + snippet + "\n}}";
            }
        };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, ignored -> {}, List.of("-proc:none"), null, List.of(wrapped));
        try {
            List<SnippetOutcome.Problem> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Trees trees = Trees.instance(task);
                unit.accept(new Finder(unit, trees, found), 0);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The text is in memory", e);
        }
    }

    private static final class Finder extends TreeScanner<Void, Integer> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<SnippetOutcome.Problem> found;

        Finder(CompilationUnitTree unit, Trees trees, List<SnippetOutcome.Problem> found) {
            this.unit = unit;
            this.trees = trees;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree tree, Integer depth) {
            // only the class around the cell is looked into
            return depth > 0 ? null : super.visitClass(tree, depth + 1);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Integer depth) {
            return null;
        }

        @Override
        public Void visitReturn(ReturnTree tree, Integer depth) {
            int start = (int) trees.getSourcePositions().getStartPosition(unit, tree) - HEAD.length();
            int end = (int) trees.getSourcePositions().getEndPosition(unit, tree) - HEAD.length();
            found.add(new SnippetOutcome.Problem(start, end, start, "return outside of a method", true));
            return null;
        }
    }
}
