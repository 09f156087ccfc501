package io.jotter.server.engine;

import io.jotter.wire.Thrown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** Where on the page each snippet stands. */
final class SnippetPlaces {
    private static final Page NOWHERE = new Page("", new Origin("jotter", 1));

    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Map<Snippet, Origin> origins = new HashMap<>();
    private final Map<String, Snippet> declared = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private Page current = NOWHERE;

    /** What is being evaluated. */
    record Page(String source, Origin origin) {}

    SnippetPlaces(JShell shell) {
        this.shell = shell;
        this.analysis = shell.sourceCodeAnalysis();
    }

    Page page() {
        return current;
    }

    /** What is evaluated from now on. */
    void turnTo(String source, Origin origin) {
        current = new Page(source, origin);
    }

    void saw(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.status() == Status.OVERWRITTEN || event.status() == Status.REJECTED) {
                continue;
            }
            Snippet snippet = event.snippet();
            origins.putIfAbsent(snippet, current.origin());
            if (snippet instanceof PersistentSnippet && !(snippet instanceof ImportSnippet)) {
                // its class is made anew when what it refers to changes
                declared.put(LineNumbers.withoutVersion(outerClass(snippet)), snippet);
            }
        }
    }

    Origin of(Snippet snippet) {
        return origins.getOrDefault(snippet, NOWHERE.origin());
    }

    String outerClass(Snippet snippet) {
        return analysis.wrapper(snippet).fullClassName();
    }

    static String name(Snippet snippet) {
        if (IJavaNames.areImportedBy(snippet.source().strip())) {
            return IJavaNames.OF_THE_KERNEL;
        }
        return snippet instanceof PersistentSnippet named ? named.name() : snippet.source();
    }

    /** The snippet of a class; while one is loaded for the first time, or in place of another, JShell does not list it yet. */
    Optional<LineNumbers.Placed> ofClass(String outerClass) {
        Optional<LineNumbers.Placed> placed = find(outerClass);
        placed.ifPresent(found -> files.put(outerClass, found.origin().file()));
        return placed;
    }

    private Optional<LineNumbers.Placed> find(String outerClass) {
        Snippet known = declared.get(LineNumbers.withoutVersion(outerClass));
        if (known != null && shell.status(known).isActive()) {
            return Optional.of(
                    isOneLine(known.source())
                            ? LineNumbers.Placed.onOneLine(of(known))
                            : LineNumbers.Placed.by(analysis.wrapper(known), of(known)));
        }
        // most snippets are one line, and to have JShell wrap a text once more takes as long as to compile it
        Page page = current;
        return isOneLine(page.source())
                ? Optional.of(LineNumbers.Placed.onOneLine(page.origin()))
                : analysis.wrappers(page.source()).stream()
                        .findFirst()
                        .map(wrapper -> LineNumbers.Placed.by(wrapper, page.origin()));
    }

    /**
     * With the cells in which its classes stand now: once a class has been in a stack trace, the JVM goes on to name the file
     * that it had then, also when it has been given other code.
     */
    Thrown asOfNow(Thrown thrown) {
        Thrown cause = thrown.cause();
        return new Thrown(
                thrown.className(),
                thrown.message(),
                thrown.frames().stream().map(this::asOfNow).toList(),
                thrown.hidden(),
                thrown.suppressed().stream().map(this::asOfNow).toList(),
                cause == null ? null : asOfNow(cause),
                thrown.advice());
    }

    private StackTraceElement asOfNow(StackTraceElement frame) {
        String file = files.get(LineNumbers.outerClass(frame.getClassName()));
        return file == null
                ? frame
                : new StackTraceElement(frame.getClassName(), frame.getMethodName(), file, frame.getLineNumber());
    }

    private static boolean isOneLine(String text) {
        return text.strip().indexOf('\n') < 0;
    }
}
