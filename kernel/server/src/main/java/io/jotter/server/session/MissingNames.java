package io.jotter.server.session;

import io.jotter.server.engine.SnippetOutcome;
import io.jotter.server.magics.EditDistance;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a name that the compiler has not found may be meant for: one to import, a near one, one of another language. */
final class MissingNames {
    private static final Pattern SYMBOL =
            Pattern.compile("^cannot find symbol\\s+symbol: +(class|variable|method) (\\w+)(?:\\((.*)\\))?");
    private static final Pattern OF_TYPE =
            Pattern.compile("location: +(?:variable \\w+ of type |class |interface )([\\w.<>?, \\[\\]]*)");
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+) does not exist");
    private static final int MOST_NAMED = 3;

    private static final Map<String, String> OTHER_LANGUAGES = Map.of(
            "string", "String",
            "bool", "boolean",
            "Bool", "boolean",
            "Int", "int",
            "integer", "int",
            "Void", "void",
            "True", "true",
            "False", "false",
            "None", "null",
            "nil", "null");

    private static final Set<String> PRINTERS = Set.of("print", "println", "printf", "echo", "puts");

    private final Function<String, List<String>> classesNamed;
    private final Function<String, List<String>> completions;

    /**
     * @param classesNamed the classes that could be imported under a simple name, in full
     * @param completions what could stand at the end of some code
     */
    MissingNames(Function<String, List<String>> classesNamed, Function<String, List<String>> completions) {
        this.classesNamed = classesNamed;
        this.completions = completions;
    }

    /** A sentence, where the first error is a name that is not found and something is to be said of it. */
    Optional<String> on(List<SnippetOutcome.Problem> problems, String snippet) {
        Optional<SnippetOutcome.Problem> first =
                problems.stream().filter(SnippetOutcome.Problem::error).findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String message = first.get().message();
        Matcher noPackage = PACKAGE.matcher(message);
        if (noPackage.find()) {
            return onPackage(noPackage.group(1), snippet, first.get());
        }
        Matcher symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return Optional.empty();
        }
        int at = Math.max(0, Math.min(first.get().position(), snippet.length()));
        String kind = symbol.group(1);
        String name = symbol.group(2);
        return snippet.startsWith(".", at) || snippet.startsWith("::", at)
                ? onMember(kind, name, message, snippet, at)
                : onName(kind, name, snippet, at);
    }

    private Optional<String> onPackage(String name, String snippet, SnippetOutcome.Problem problem) {
        // Sytem.out: what is no known name is taken for a package
        boolean imported = snippet.stripLeading().startsWith("import");
        return imported || name.indexOf('.') >= 0
                ? Optional.of("No library on the class path has that package: %maven group:artifact:version adds one.")
                : onName("variable", name, snippet, Math.max(0, problem.start()));
    }

    private Optional<String> onName(String kind, String name, String snippet, int at) {
        if (OTHER_LANGUAGES.containsKey(name)) {
            return Optional.of("Java writes " + OTHER_LANGUAGES.get(name) + " for " + name + ".");
        }
        if (kind.equals("method") && PRINTERS.contains(name)) {
            return Optional.of("Java prints with System.out.println(…).");
        }
        boolean typeLike = Character.isUpperCase(name.charAt(0));
        if (typeLike && !kind.equals("method")) {
            List<String> found = classesNamed.apply(name);
            if (!found.isEmpty()) {
                return Optional.of(toImport(name, found));
            }
        }
        Optional<String> near = nearest(name, kind, snippet.substring(0, at) + name.charAt(0));
        if (near.isPresent()) {
            return near;
        }
        return switch (kind) {
            case "variable" ->
                Optional.of("No variable " + name + " is known: declare it first, or run the cell that does.");
            case "method" ->
                Optional.of("No method " + name + " is known: declare it first, run the cell that does, or name"
                        + " the object it belongs to.");
            default -> Optional.of("No class " + name + " is known: declare it first, or add its library with %maven.");
        };
    }

    private static String toImport(String name, List<String> found) {
        String first = name + " is not imported: put import " + found.get(0) + "; above.";
        List<String> others = found.subList(1, Math.min(found.size(), MOST_NAMED));
        return others.isEmpty() ? first : first + " (Others of that name: " + String.join(", ", others) + ".)";
    }

    private Optional<String> onMember(String kind, String name, String message, String snippet, int at) {
        Matcher location = OF_TYPE.matcher(message);
        String type = location.find() ? location.group(1).strip() : "";
        boolean asksForLength = name.equals("length") || name.equals("size") || name.equals("len");
        if (asksForLength && type.endsWith("]")) {
            return Optional.of("An array's length is a field: write .length without brackets.");
        }
        if (asksForLength && type.matches("(java\\.lang\\.)?String")) {
            return Optional.of("A String's length is a method: write .length() with brackets.");
        }
        // a method reference names what a call would
        return nearest(name, kind, snippet.substring(0, at) + ".");
    }

    /** Of what could be completed there. */
    private Optional<String> nearest(String name, String kind, String code) {
        boolean call = kind.equals("method");
        Set<String> candidates = completions.apply(code).stream()
                .filter(each -> call == each.contains("("))
                .map(each -> each.replaceAll("[^\\w].*", ""))
                .filter(each -> !each.isEmpty())
                // of two that are as near, the longer: a letter is left out more often than another put for it
                .sorted(Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (candidates.contains(name)) {
            return Optional.empty();
        }
        return EditDistance.nearest(name, candidates)
                .filter(near -> Math.abs(near.length() - name.length()) <= 2)
                .map(near -> "Is " + near + " meant?");
    }
}
