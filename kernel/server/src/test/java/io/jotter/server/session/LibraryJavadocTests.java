package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By signatures as JShell writes them. */
class LibraryJavadocTests {
    private static final String SOURCE = """
            package a.b;

            /** A box of things. */
            public class Box<T> {
                /** How many fit. */
                public static final int MOST = 5;

                /** An empty box. */
                public Box() {}

                /** A box with a name. */
                public Box(final String name) {}

                /** Puts one in. */
                public void put(T thing) {}

                /** Puts several in. */
                public void put(java.util.List<? extends T> things, int... where) {}

                public void bare() {}

                /** What keeps it shut. */
                public interface Lid {
                    /** Opens it. */
                    boolean open(java.util.Map<String, java.util.List<T2>> how);
                }
            }
            """;

    @TempDir
    Path directory;

    private LibraryJavadoc javadoc;

    @BeforeEach
    void aLibraryAndItsSource() throws IOException {
        Path jar = jar("lib.jar", Map.of("a/b/Box.class", ""));
        Path source = jar("lib-sources.jar", Map.of("a/b/Box.java", SOURCE));
        Path other = jar("other.jar", Map.of("a/Other.class", ""));
        javadoc = new LibraryJavadoc(
                () -> List.of(other, directory, jar),
                asked -> asked.equals(jar) ? Optional.of(source) : Optional.empty());
    }

    @Test
    void aTypeHasIts() {
        assertThat(javadoc.of("a.b.Box<T>")).contains("A box of things.");
    }

    @Test
    void aNestedTypeToo() {
        assertThat(javadoc.of("a.b.Box.Lid")).contains("What keeps it shut.");
    }

    @Test
    void aFieldHasIts() {
        assertThat(javadoc.of("a.b.Box.MOST:int")).contains("How many fit.");
    }

    @Test
    void aConstructorIsFoundByItsParameters() {
        assertThat(javadoc.of("a.b.Box<T>()")).contains("An empty box.");
        assertThat(javadoc.of("a.b.Box<T>(String name)")).contains("A box with a name.");
    }

    @Test
    void aMethodIsFoundByItsParameters() {
        assertThat(javadoc.of("void a.b.Box<T>.put(T thing)")).contains("Puts one in.");
        assertThat(javadoc.of("void a.b.Box<T>.put(java.util.List<? extends T> things, int... where)"))
                .contains("Puts several in.");
        assertThat(javadoc.of("boolean a.b.Box.Lid.open(java.util.Map<String, java.util.List<T2>> how)"))
                .contains("Opens it.");
    }

    @Test
    void whatHasNoneOrIsUnknownHasNone() {
        assertThat(javadoc.of("void a.b.Box<T>.bare()")).isEmpty();
        assertThat(javadoc.of("void a.b.Box<T>.put(String other)")).isEmpty();
        assertThat(javadoc.of("a.Other")).isEmpty();
        assertThat(javadoc.of("no.such.Type")).isEmpty();
        assertThat(javadoc.of("int")).isEmpty();
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
