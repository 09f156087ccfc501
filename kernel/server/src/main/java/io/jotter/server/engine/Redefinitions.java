package io.jotter.server.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * What a declaration does to those that use it. JShell compiles them anew and says nothing: a variable whose type has been
 * replaced is null or not there, a method that does not fit any more fails when it is called.
 */
final class Redefinitions {
    private final JShell shell;
    private final SnippetPlaces places;

    /** From a variable to the class that holds its value: in another there is none. */
    private final Map<String, String> holders = new HashMap<>();

    private final Map<String, Lost> lost = new LinkedHashMap<>();

    /** Those of which the reader knows that their value is lost. */
    private final Set<String> told = new HashSet<>();

    private final Set<Snippet> touched = new LinkedHashSet<>();

    Redefinitions(JShell shell, SnippetPlaces places) {
        this.shell = shell;
        this.places = places;
    }

    /** A variable whose value is gone, and the name of the declaration that did it. */
    private record Lost(VarSnippet variable, String cause) {}

    /**
     * @param ran whether what has been declared was run too; if not, a variable has its value where its class is the same
     */
    void saw(List<SnippetEvent> events, boolean ran) {
        for (SnippetEvent event : events) {
            if (event.status() == Status.OVERWRITTEN) {
                continue;
            }
            boolean dependent = event.causeSnippet() != null;
            if (dependent) {
                touched.add(event.snippet());
            }
            if (event.snippet() instanceof VarSnippet variable
                    && variable.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                boolean valid = event.status() == Status.VALID;
                String holder = valid ? places.outerClass(variable) : "";
                String name = variable.name();
                if (valid && ((ran && !dependent) || holder.equals(holders.get(name)))) {
                    lost.remove(name);
                    told.remove(name);
                } else if (dependent && holders.containsKey(name) && !told.contains(name)) {
                    String cause = SnippetPlaces.name(events.get(0).snippet());
                    lost.merge(name, new Lost(variable, cause), (first, again) -> first);
                }
                if (valid) {
                    holders.put(name, holder);
                }
            }
        }
    }

    /** Those that are not there any more because their initial value, from which their type came, does not compile. */
    List<VarSnippet> withoutDeclaration() {
        return lost.values().stream()
                .map(Lost::variable)
                .filter(variable -> shell.status(variable) == Status.RECOVERABLE_NOT_DEFINED)
                .toList();
    }

    /** What has happened since the last call, and what the declarations of a cell still wait for; a sentence each. */
    List<String> take(String file) {
        List<String> notes = new ArrayList<>();
        Map<String, List<String>> byCause = new LinkedHashMap<>();
        lost.forEach((name, each) ->
                byCause.computeIfAbsent(each.cause(), key -> new ArrayList<>()).add(name));
        byCause.forEach((cause, names) -> {
            boolean one = names.size() == 1;
            notes.add(cause + " has been declared anew: " + String.join(", ", names)
                    + (one ? " belonged to the former one and has" : " belonged to the former one and have")
                    + " no value now. Run the cells that make " + (one ? "it" : "them") + " again.");
        });
        shell.snippets()
                .filter(snippet -> (touched.contains(snippet) && !isVariable(snippet))
                        || places.of(snippet).file().equals(file))
                .filter(snippet -> shell.status(snippet) == Status.RECOVERABLE_DEFINED
                        || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED)
                .map(snippet -> waitsFor((DeclarationSnippet) snippet))
                .forEach(notes::add);
        told.addAll(lost.keySet());
        lost.clear();
        touched.clear();
        return notes;
    }

    private static boolean isVariable(Snippet snippet) {
        return snippet instanceof VarSnippet;
    }

    private String waitsFor(DeclarationSnippet declaration) {
        List<String> missing = shell.unresolvedDependencies(declaration).toList();
        if (missing.isEmpty()) {
            return declaration.name() + " (" + places.of(declaration).file() + ") does not compile any more: "
                    + String.join("; ", flaws(declaration));
        }
        String what = String.join(", ", missing);
        return shell.status(declaration) == Status.RECOVERABLE_DEFINED
                ? declaration.name() + " is defined, but can be used only after " + what + " is declared."
                : declaration.name() + " waits for " + what + " to be declared.";
    }

    /** What the compiler says of a declaration, its missing names left out. */
    List<String> flaws(DeclarationSnippet declaration) {
        return shell.diagnostics(declaration)
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                .toList();
    }
}
