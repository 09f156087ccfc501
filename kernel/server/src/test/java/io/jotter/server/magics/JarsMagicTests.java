package io.jotter.server.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jotter.server.magics.maven.TestMavenRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsMagicTests {
    @TempDir
    Path directory;

    private RecordingMagicContext notebook;

    @BeforeEach
    void jarsInADirectory() throws IOException {
        notebook = new RecordingMagicContext(directory);
        TestMavenRepository.writeJar(directory.resolve("lib/b.jar"));
        TestMavenRepository.writeJar(directory.resolve("lib/a.jar"));
        TestMavenRepository.writeJar(directory.resolve("lib/deep/c.jar"));
        Files.writeString(directory.resolve("lib/notes.txt"), "not a jar");
    }

    @Test
    void aGlobAddsWhatItMatchesInOrder() throws Exception {
        assertThat(run("jars", "lib/*.jar"))
                .containsExactly(
                        directory.resolve("lib/a.jar").toString(),
                        directory.resolve("lib/b.jar").toString());
        assertThat(notebook.jarNames()).containsExactly("a.jar", "b.jar");
    }

    @Test
    void twoStarsReachEveryDirectoryAndThisOne() throws Exception {
        run("jars", "lib/**/*.jar");

        assertThat(notebook.jarNames()).containsExactly("a.jar", "b.jar", "c.jar");
    }

    @Test
    void aStarForAllTakesTheJarsAmongThem() throws Exception {
        run("jars", "lib/*");

        assertThat(notebook.jarNames()).containsExactly("a.jar", "b.jar");
    }

    @Test
    void aCellThatIsRunAgainYieldsTheSameAndAddsNothing() throws Exception {
        List<String> first = run("jars", "lib/a.jar");

        assertThat(run("jars", directory.resolve("lib/a.jar").toString())).isEqualTo(first);

        assertThat(notebook.jarNames()).containsExactly("a.jar");
    }

    @Test
    void aDirectoryOfClassesIsForTheClassPathMagic() throws Exception {
        Files.createDirectories(directory.resolve("classes"));

        run("classpath", "classes", "lib/a.jar");

        assertThat(notebook.jarNames()).containsExactly("classes", "a.jar");
        assertFails("%classpath for compiled classes", "jars", "classes");
    }

    @Test
    void aGlobThatMatchesNothingIsAnError() {
        assertFails("Nothing matches", "jars", "lib/a.jar", "lib/*.zip");
        assertFails("Nothing matches", "jars", "nowhere/*.jar");
        assertFails("There is no file " + directory.resolve("lib/x.jar"), "jars", "lib/x.jar");
        assertFails("The wildcards of", "jars", "lib/{a.jar");
        assertFails("Usage: %jars", "jars");
        assertThat(notebook.classPath).isEmpty();
    }

    @Test
    void aFileThatIsNoJarIsRefused() {
        assertFails("is not a jar that can be read", "jars", "lib/notes.txt");
    }

    private void assertFails(String sentence, String name, String... arguments) {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> run(name, arguments))
                .withMessageContaining(sentence);
    }

    private List<String> run(String name, String... arguments) throws MagicException {
        Magics magics = new Magics(Magics.builtIn());
        return ((MagicValue.Texts) magics.run(new MagicCall(name, List.of(arguments), null), notebook)).texts();
    }
}
