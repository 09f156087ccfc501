package io.jotter.server.engine;

import jdk.jshell.ImportSnippet;
import jdk.jshell.Snippet;

/** An import, a type or a method as it was written, and where. */
record Declared(String name, String source, Snippet.Kind kind, Origin origin) {
    static Declared of(Snippet snippet, Origin origin) {
        String name = snippet instanceof ImportSnippet imported ? imported.fullname() : SnippetPlaces.name(snippet);
        return new Declared(name, snippet.source(), snippet.kind(), origin);
    }
}
