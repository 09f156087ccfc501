package io.jotter.server.session;

import io.jotter.server.engine.TypeMembers.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What JShell would complete some Java with, in the order in which a person wants it and with what each is.
 *
 * <p>Behind a dot: what fits the expected type first, then the others of the type's own, then what every object has, then
 * what is deprecated. Elsewhere: what has the name of the parameter that is being written, what the cell itself declares,
 * what fits the expected type, the rest, and last, by their full
 * names, classes that are not imported. The full name is what a completion can insert at one place; an import would have to
 * be inserted at another.
 */
final class Suggestions {
    private static final int FEWEST_LETTERS_OF_A_CLASS = 2;

    private static final Set<String> OF_OBJECT =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Set<String> ROOTS =
            Set.of("java", "javax", "jdk", "com", "org", "net", "io", "ai", "sun", "tech", "netscape");

    private static final Set<String> WORDS = Set.of(
            ("abstract assert boolean break byte case catch char class continue default do double else enum extends"
                            + " false final finally float for if implements import instanceof int interface long native new null"
                            + " package private protected public record return sealed short static strictfp super switch"
                            + " synchronized this throw throws transient true try var void volatile while yield")
                    .split(" "));

    private final SourceCodeAnalysis shell;
    private final Surroundings surroundings;

    Suggestions(SourceCodeAnalysis shell, Surroundings surroundings) {
        this.shell = shell;
        this.surroundings = surroundings;
    }

    /**
     * @param java what stands before the cursor
     * @param cursor where that is in the cell
     */
    Completions at(String java, int cursor) {
        Map<String, Completions.Match> found = new LinkedHashMap<>();
        DeclaredNames.fitting(java)
                .forEach(name ->
                        found.put(name, new Completions.Match(name, name.endsWith("(") ? "function" : "instance", "")));
        String begun = DeclaredNames.begun(java);
        int replaced = begun.length();
        for (String form : CellContext.of(shell, java).forms()) {
            int[] anchor = {form.length()};
            List<Suggestion> suggested = shell.completionSuggestions(form, form.length(), anchor);
            if (!suggested.isEmpty()) {
                ranked(suggested, form.substring(0, anchor[0]))
                        .forEach(match -> found.putIfAbsent(match.text(), match));
                replaced = form.length() - anchor[0];
                namedLikeTheParameter(form, anchor[0]).ifPresent(name -> putFirst(found, name));
                break;
            }
        }
        if (replaced == begun.length() && mayBeClass(java, begun)) {
            addNotImported(begun, found);
        }
        return new Completions(List.copyOf(found.values()), cursor - replaced, cursor);
    }

    /** The name of the parameter whose argument begins at a place, if one does: a variable of that name is what one wants. */
    private Optional<String> namedLikeTheParameter(String form, int anchor) {
        String before = form.substring(0, anchor).stripTrailing();
        if (!before.endsWith("(") && !before.endsWith(",")) {
            return Optional.empty();
        }
        return OpenCall.in(before).flatMap(call -> {
            // behind a comma an argument begins also where nothing is written yet
            OpenCall begun = new OpenCall(call.upToBracket(), before.endsWith("(") ? 1 : call.arguments());
            String asked = call.upToBracket();
            return begun.ordered(shell.documentation(asked, asked.length(), false)).stream()
                    .findFirst()
                    .flatMap(overload -> Parameter.current(overload.signature(), begun))
                    .map(Parameter::name);
        });
    }

    private static void putFirst(Map<String, Completions.Match> found, String name) {
        Completions.Match match = found.remove(name);
        if (match != null) {
            Map<String, Completions.Match> others = new LinkedHashMap<>(found);
            found.clear();
            found.put(name, match);
            found.putAll(others);
        }
    }

    private static boolean mayBeClass(String java, String begun) {
        return begun.length() >= FEWEST_LETTERS_OF_A_CLASS
                && Character.isUpperCase(begun.charAt(0))
                && !java.substring(0, java.length() - begun.length())
                        .stripTrailing()
                        .endsWith(".")
                && !java.substring(0, java.length() - begun.length())
                        .stripTrailing()
                        .endsWith("::");
    }

    private void addNotImported(String begun, Map<String, Completions.Match> found) {
        for (String name : surroundings.classesBeginning(begun)) {
            int dot = name.lastIndexOf('.');
            if (!found.containsKey(name.substring(dot + 1))) {
                found.put(name, new Completions.Match(name, "class", "not imported, in " + name.substring(0, dot)));
            }
        }
    }

    private List<Completions.Match> ranked(List<Suggestion> suggested, String before) {
        boolean members = before.stripTrailing().endsWith(".");
        Map<String, Member> known = members
                ? Receiver.of(shell, before.stripTrailing())
                        .map(receiver -> surroundings.members(receiver.type()))
                        .orElse(Map.of())
                : Map.of();
        List<Ranked> all = new ArrayList<>();
        for (Suggestion each : suggested) {
            Member member = known.get(key(each.continuation()));
            String name = each.continuation().replaceAll("\\W.*", "");
            all.add(new Ranked(
                    member == null
                            ? new Completions.Match(each.continuation(), kind(each.continuation(), members), "")
                            : new Completions.Match(each.continuation(), member.kind(), member.signature()),
                    member != null && member.deprecated(),
                    // also where a type has its own: nobody looks for hashCode
                    members && OF_OBJECT.contains(name),
                    each.matchesType()));
        }
        return all.stream()
                .sorted(Comparator.comparing(Ranked::deprecated)
                        .thenComparing(Ranked::ofObject)
                        .thenComparing(each -> !each.matchesType()))
                .map(Ranked::match)
                .toList();
    }

    private record Ranked(Completions.Match match, boolean deprecated, boolean ofObject, boolean matchesType) {}

    private static String key(String continuation) {
        return continuation.endsWith(")") ? continuation.substring(0, continuation.length() - 1) : continuation;
    }

    /** JShell gives the text alone; what it is, Java's habits of naming say. */
    private static String kind(String continuation, boolean member) {
        String text = continuation.strip();
        if (text.endsWith("(") || text.endsWith(")")) {
            return "function";
        }
        if (WORDS.contains(text)) {
            return "keyword";
        }
        if (text.isEmpty() || !Character.isUpperCase(text.charAt(0))) {
            return member ? "property" : ROOTS.contains(text) ? "module" : "instance";
        }
        return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT)) ? "constant" : "class";
    }
}
