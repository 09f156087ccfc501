package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.Magics;
import io.jotter.server.magics.RecordingMagicContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a notebook asks for, beside what it finds. */
class MavenPreloadedTests {
    @TempDir
    Path directory;

    private final Magics magics = new Magics(Magics.builtIn());
    private RecordingMagicContext notebook;
    private TestMavenRepository repository;

    @BeforeEach
    void aRepositoryOfItsOwn() throws IOException {
        System.setProperty("maven.repo.local", directory.resolve("local").toString());
        repository = new TestMavenRepository(directory.resolve("remote"));
        notebook = new RecordingMagicContext(directory);
    }

    @AfterEach
    void theOrdinaryOneAgain() {
        System.clearProperty("maven.repo.local");
    }

    @Test
    void whatTheNotebookNamesTakesThePlaceOfAnotherVersion() throws Exception {
        preload("org/lib/core/2.0/core-2.0.jar", "org/other/tool/5.1/tool-5.1.jar");
        repository.with("org.lib:core:1.0");

        maven("org.lib:core:1.0");

        assertThat(notebook.jarNames()).containsExactly("tool-5.1.jar", "core-1.0.jar");
        assertThat(notebook.restarts).isEqualTo(1);
        assertThat(notebook.printed).contains("org.lib:core:1.0 takes the place of version 2.0.\n");
    }

    @Test
    void theSameReleaseGoesWithIt() throws Exception {
        preload("org/lib/core/2.0/core-2.0.jar", "org/lib/engine/fast/2.0/fast-2.0.jar", "org/libx/y/2.0/y-2.0.jar");
        repository.with("org.lib:core:1.0");

        maven("org.lib:core:1.0");

        assertThat(notebook.jarNames()).containsExactly("y-2.0.jar", "core-1.0.jar");
        assertThat(notebook.printed).contains("Left out, for they belong to those: fast-2.0.jar.\n");
    }

    @Test
    void ofWhatItMerelyNeedsTheNewerIsKept() throws Exception {
        preload("org/lib/core/2.10/core-2.10.jar");
        repository.with("org.lib:core:2.9").with("com.firm:app:1.0", "org.lib:core:2.9");

        maven("com.firm:app:1.0");

        assertThat(notebook.jarNames()).containsExactly("core-2.10.jar", "app-1.0.jar");
        assertThat(notebook.restarts).isZero();
    }

    @Test
    void whatItNeedsNewerThanThatComes() throws Exception {
        preload("org/lib/core/2.9/core-2.9.jar");
        repository.with("org.lib:core:2.10").with("com.firm:app:1.0", "org.lib:core:2.10");

        maven("com.firm:app:1.0");

        assertThat(notebook.jarNames()).containsExactly("app-1.0.jar", "core-2.10.jar");
    }

    @Test
    void whatIsOfTheNamedReleaseIsNamed() throws Exception {
        preload("org/lib/core/2.0/core-2.0.jar");
        repository.with("org.lib:core:1.0").with("org.lib.engine:slow:1.0", "org.lib:core:1.0");

        maven("org.lib.engine:slow:1.0");

        assertThat(notebook.jarNames()).containsExactly("slow-1.0.jar", "core-1.0.jar");
    }

    @Test
    void whereCodeHasRunItIsSaidAndARestartOffered() throws Exception {
        preload("org/lib/core/2.0/core-2.0.jar");
        repository.with("org.lib:core:1.0");
        notebook.hasState = true;

        maven("org.lib:core:1.0");

        assertThat(notebook.jarNames()).containsExactly("core-2.0.jar");
        assertThat(notebook.restarts).isZero();
        assertThat(notebook.printed)
                .contains("org.lib:core:1.0 is needed now, but version 2.0 is already loaded.")
                .contains("--restart");

        maven("org.lib:core:1.0", "--restart");

        assertThat(notebook.jarNames()).containsExactly("core-1.0.jar");
        assertThat(notebook.restarts).isEqualTo(1);
    }

    private void preload(String... jars) throws IOException {
        for (String jar : jars) {
            Path file =
                    TestMavenRepository.writeJar(directory.resolve("preloaded").resolve(jar));
            notebook.preloaded.add(file);
            notebook.classPath.add(file);
        }
    }

    private void maven(String... arguments) throws MagicException {
        List<String> all = Stream.concat(Stream.of(arguments), Stream.of("--from", repository.url()))
                .toList();
        magics.run(new MagicCall("maven", all, null), notebook);
    }
}
