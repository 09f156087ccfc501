package io.jotter.server.engine;

import java.util.Comparator;
import java.util.List;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;

/** What of the notebook's own stands in a JShell: variables, imports, types, methods. Called with its lock held. */
final class ShellContents {
    private final JShell shell;
    private final SnippetPlaces places;
    private final List<String> preloads;

    ShellContents(JShell shell, SnippetPlaces places, List<String> preloads) {
        this.shell = shell;
        this.places = places;
        this.preloads = preloads;
    }

    /** The names of the user's variables, unnamed results left out. */
    List<String> variables() {
        return named().map(VarSnippet::name).toList();
    }

    /** Where the user's variables live. */
    List<HeldVariable> held() {
        return named().map(variable -> new HeldVariable(
                        variable.name(),
                        variable.typeName(),
                        shell.sourceCodeAnalysis().wrapper(variable).fullClassName()))
                .toList();
    }

    private java.util.stream.Stream<VarSnippet> named() {
        return shell.variables().filter(variable -> variable.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
    }

    /** What can be declared again in a new worker: imports, types and methods, in their order. */
    List<Declared> declarations() {
        return shell.snippets()
                .filter(snippet -> shell.status(snippet).isActive())
                .filter(snippet -> switch (snippet.kind()) {
                    case IMPORT -> !isPreload(snippet);
                    case TYPE_DECL, METHOD -> true;
                    default -> false;
                })
                .map(snippet -> Declared.of(snippet, places.of(snippet)))
                // what is declared first is not taken from a library that has the same name
                .sorted(Comparator.comparing(Declared::kind))
                .toList();
    }

    /** Declarations that stand and are no preloaded imports: what may use others goes before them. */
    List<Snippet> own() {
        return shell.snippets()
                .filter(snippet ->
                        snippet.kind().isPersistent() && shell.status(snippet).isActive())
                .filter(snippet -> !(snippet instanceof ImportSnippet imported)
                        || !preloads.contains(imported.source().strip()))
                .sorted(Comparator.comparing(Snippet::kind).reversed())
                .toList();
    }

    private boolean isPreload(Snippet snippet) {
        String source = snippet.source().strip();
        return IJavaNames.areImportedBy(source)
                || preloads.stream()
                        .anyMatch(together ->
                                together.equals(source) || together.lines().anyMatch(source::equals));
    }
}
