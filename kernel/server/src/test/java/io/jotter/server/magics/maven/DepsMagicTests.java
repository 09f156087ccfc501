package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepsMagicTests {
    @TempDir
    Path directory;

    private MavenNotebook maven;
    private TestMavenRepository central;

    @BeforeEach
    void aNotebook() throws IOException {
        maven = new MavenNotebook(directory);
        central = maven.central;
    }

    @AfterEach
    void theHomeBefore() {
        maven.close();
    }

    private String tree() throws MagicException {
        return ((MagicValue.Text) maven.run("deps")).text();
    }

    @Test
    void theTreeSaysWhichRequestBroughtAVersionAndWhichLost() throws Exception {
        central.with("g:base:1.0").with("g:base:2.0");
        central.with("g:middle:1.0", "g:base:1.0").with("g:app:1.0", "g:middle:1.0");
        maven.maven("g:app:1.0", "g:base:2.0");

        assertThat(tree()).isEqualTo("""
                g:app:1.0
                └─ g:middle:1.0
                   └─ g:base:1.0   not taken: 2.0 was asked for, which is nearer
                g:base:2.0   taken, not 1.0 of g:middle:1.0""");
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstIsTaken() throws Exception {
        central.with("g:base:1.0").with("g:base:2.0").with("g:low:1.0");
        central.with("g:one:1.0", "g:base:1.0", "g:low:1.0").with("g:two:1.0", "g:base:2.0", "g:low:1.0");
        maven.maven("g:one:1.0", "g:two:1.0");

        assertThat(tree()).isEqualTo("""
                g:one:1.0
                ├─ g:base:1.0   taken, not 2.0 of g:two:1.0
                └─ g:low:1.0
                g:two:1.0
                ├─ g:base:2.0   not taken: 1.0 is needed by g:one:1.0, which comes first
                └─ g:low:1.0   (shown once)""");
    }

    @Test
    void aVersionThatABomSaysIsTold() throws Exception {
        central.with("g:base:1.0").with("g:base:3.0").with("g:app:1.0", "g:base:1.0");
        central.withBom("g:bom:1", "g:app:1.0", "g:base:3.0");
        maven.maven("g:bom:pom:1", "g:app");

        assertThat(tree()).contains("└─ g:base:3.0   1.0 was wanted; a BOM, a POM or jotter.lock says otherwise");
    }

    @Test
    void beforeAnythingWasAskedForThereIsNoTree() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(this::tree)
                .withMessageContaining("asked for no library yet");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.run("deps", "lok"))
                .withMessageContaining("Usage: %deps");
        assertThat(directory.resolve("jotter.lock")).doesNotExist();
    }

    @Test
    void aLockedNotebookKeepsItsVersionsWhenNewerOnesAppear() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:[1.0,2.0)");
        maven.maven("g:app:[1.0,2.0)");
        maven.run("deps", "lock");
        central.with("g:base:1.5").with("g:app:1.5", "g:base:[1.0,2.0)");

        maven.anotherDay().maven("g:app:[1.0,2.0)");

        assertThat(maven.jars()).containsExactly("app-1.0.jar", "base-1.0.jar");
        assertThat(maven.printed()).doesNotContain("jotter.lock");
    }

    @Test
    void aLockedNotebookNeedsNoRepository() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:[1.0,2.0)");
        maven.maven("g#app;latest.release");
        maven.run("deps", "lock");
        maven.mirror("http://127.0.0.1:1/gone", "");

        maven.restart().maven("g#app;latest.release");

        assertThat(maven.jars()).containsExactly("app-1.0.jar", "base-1.0.jar");
    }

    @Test
    void theLockIsPlainTextInOrder() throws Exception {
        central.with("g:b:1.0").with("g:a:1.0").withClassifier("g:a:1.0", "natives");
        maven.maven("g:b:1.0", "g:a:jar:natives:1.0", "g:a:1.0");

        maven.run("deps", "lock");

        assertThat(Files.readAllLines(directory.resolve("jotter.lock")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.replaceFirst("[0-9a-f]{64}$", "…")))
                .containsExactly("g:a:1.0  sha256:…", "g:a:jar:natives:1.0  sha256:…", "g:b:1.0  sha256:…");
    }

    @Test
    void whatTheLockDoesNotHoldIsSaid() throws Exception {
        central.with("g:app:1.0").with("g:app:2.0").with("g:more:1.0");
        maven.maven("g:app:1.0");
        maven.run("deps", "lock");

        maven.restart().maven("g:app:2.0", "g:more:1.0");

        assertThat(maven.jars()).containsExactly("app-2.0.jar", "more-1.0.jar");
        assertThat(maven.printed())
                .contains("g:app:2.0 was asked for, where jotter.lock has 1.0.")
                .contains("g:more:1.0 is not in jotter.lock.")
                .contains("%deps lock writes it down.");
    }

    @Test
    void aJarThatIsAnotherThanTheLockSaysIsRefused() throws Exception {
        central.with("g:app:1.0");
        Path jar = Path.of(maven.maven("g:app:1.0").get(0));
        maven.run("deps", "lock");
        Files.writeString(jar, "another");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.restart().maven("g:app:1.0"))
                .withMessageContaining("is another file than the one that jotter.lock has for g:app:1.0");
        assertThat(maven.jars()).isEmpty();
    }

    @Test
    void unlockingLetsGo() throws Exception {
        central.with("g:app:1.0");
        maven.maven("g:app:[1.0,2.0)");
        maven.run("deps", "lock");
        central.with("g:app:1.5");

        maven.run("deps", "unlock");
        maven.anotherDay().maven("g:app:[1.0,2.0)");

        assertThat(maven.jars()).containsExactly("app-1.5.jar");
        maven.run("deps", "unlock");
        assertThat(maven.printed()).contains("There is no jotter.lock in");
    }

    @Test
    void aLockThatCannotBeReadIsNamedByItsLine() throws Exception {
        central.with("g:app:1.0");
        Files.writeString(directory.resolve("jotter.lock"), "g:app:1.0 sha1:00\n");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:app:1.0"))
                .withMessageContaining("Cannot read the line g:app:1.0 sha1:00 of jotter.lock");
        assertThat(maven.jars()).isEmpty();
    }
}
