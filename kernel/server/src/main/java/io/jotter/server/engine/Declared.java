package io.jotter.server.engine;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.ImportSnippet;
import jdk.jshell.Snippet;

/** An import, a type or a method as it was written, and where. */
record Declared(String name, String source, Snippet.Kind kind, Origin origin) {
    static Declared of(Snippet snippet, Origin origin) {
        String name = snippet instanceof ImportSnippet imported ? imported.fullname() : SnippetPlaces.name(snippet);
        return new Declared(name, snippet.source(), snippet.kind(), origin);
    }

    /** How many of each kind, in words: {@code 2 imports}, {@code 1 type}. */
    static List<String> counted(List<Declared> declarations) {
        List<String> words = new ArrayList<>();
        count(words, declarations, Snippet.Kind.IMPORT, "import");
        count(words, declarations, Snippet.Kind.TYPE_DECL, "type");
        count(words, declarations, Snippet.Kind.METHOD, "method");
        return words;
    }

    private static void count(List<String> words, List<Declared> declarations, Snippet.Kind kind, String word) {
        long count = declarations.stream().filter(each -> each.kind() == kind).count();
        if (count > 0) {
            words.add(count + " " + word + (count == 1 ? "" : "s"));
        }
    }
}
