package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jotter.server.magics.MagicException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenErrorsTests {
    @TempDir
    Path directory;

    private MavenNotebook maven;
    private TestMavenRepository central;
    private TestHttpRepository server;

    @BeforeEach
    void aRepositoryOnTheNet() throws IOException {
        maven = new MavenNotebook(directory);
        central = maven.central;
        server = new TestHttpRepository(central.root());
        maven.mirror(server.url(), "");
    }

    @AfterEach
    void theHomeBefore() {
        server.close();
        maven.close();
    }

    @Test
    void aDownloadThatIsCutAddsNothingAndTheNextTrySucceeds() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:1.0");
        server.cutOnce("base-1.0.jar");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:app:1.0"))
                .withMessageContaining("Could not find g:base:1.0")
                .withMessageContaining("The download from house was cut")
                .withMessageContaining("Nothing was added");
        assertThat(maven.jars()).isEmpty();

        maven.maven("g:app:1.0");
        assertThat(maven.jars()).containsExactly("app-1.0.jar", "base-1.0.jar");
    }

    @Test
    void aPomThatIsCutIsNotTakenForOne() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:1.0");
        server.cutOnce("app-1.0.pom");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:app:1.0"))
                .withMessageContaining("was cut");

        maven.maven("g:app:1.0");
        assertThat(maven.jars()).containsExactly("app-1.0.jar", "base-1.0.jar");
    }

    @Test
    void aChecksumThatDoesNotMatchIsAnErrorAndTheFileIsNotKept() throws Exception {
        central.with("g:app:1.0").damaged("g:app:1.0");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:app:1.0"))
                .withMessageContaining("g:app:1.0")
                .withMessageContaining("What house sent is damaged: its checksum does not match");
        assertThat(maven.jars()).isEmpty();
        assertThat(maven.localRepository.resolve("g/app/1.0/app-1.0.jar")).doesNotExist();

        Files.delete(Path.of(central.file("g:app:1.0", ".jar") + ".sha1"));
        maven.maven("g:app:1.0");
        assertThat(maven.jars()).containsExactly("app-1.0.jar");
    }

    @Test
    void anAnswerThatIsNoPomIsAnErrorThatNamesTheFile() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:1.0");
        Files.writeString(central.file("g:base:1.0", ".pom"), "<html><body>Please log in<br></body></html>");

        // twice, for what was read once is remembered
        for (int time = 1; time <= 2; time++) {
            assertThatExceptionOfType(MagicException.class)
                    .isThrownBy(() -> maven.maven("g:app:1.0"))
                    .withMessageContaining("The POM of g:base:1.0 does not parse. Remove "
                            + maven.localRepository.resolve("g/base/1.0/base-1.0.pom"));
        }
        assertThat(maven.jars()).isEmpty();
    }

    @Test
    void aLibraryWithoutAPomIsTakenAndThatIsSaid() throws Exception {
        central.with("g:app:1.0");
        Files.delete(central.file("g:app:1.0", ".pom"));

        maven.maven("g:app:1.0");

        assertThat(maven.jars()).containsExactly("app-1.0.jar");
        assertThat(maven.printed()).contains("g:app:1.0 has no POM: what it needs is not known.");
    }

    @Test
    void aBomThatIsMissingIsNamedBeforeWhatWantsItsVersions() throws Exception {
        central.with("g:app:1.0");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:bom:pom:1", "g:app"))
                .withMessageContaining("Could not find g:bom:pom:1. Asked: house");

        central.withBom("g:bom:1", "g:app:1.0");
        maven.maven("g:bom:pom:1", "g:app");
        assertThat(maven.jars()).containsExactly("app-1.0.jar");
    }

    @Test
    void aRepositoryThatWentDownIsToldWithItsAddress() {
        server.close();

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:app:1.0"))
                .withMessageContaining("Could not find g:app:1.0. Asked: house (" + server.url() + ")")
                .withMessageContaining("house could not be asked")
                .withMessageContaining("Check the network, or the mirrors and proxies in settings.xml");
        assertThat(maven.jars()).isEmpty();
    }

    @Test
    void aRepositoryThatWantsALoginSaysWhereToPutIt() throws Exception {
        central.with("g:app:1.0");
        server.wants("ann", "secret");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:app:1.0"))
                .withMessageContaining("house wants a name and a password")
                .withMessageContaining("a <server> with the id house");
    }

    @Test
    void aMisspeltGroupIsAnsweredWithTheLibraryThatWasFetchedOnce() throws Exception {
        central.with("com.example.tools:frame:1.0");
        maven.maven("com.example.tools:frame:1.0");

        // twice, for the first search leaves folders of the wrong name
        for (int time = 1; time <= 2; time++) {
            assertThatExceptionOfType(MagicException.class)
                    .isThrownBy(() -> maven.maven("com.exmaple.tools:frame:1.0"))
                    .withMessageContaining("Did you mean com.example.tools:frame?");
        }
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("com.example.tools:frames:1.0"))
                .withMessageContaining("Did you mean com.example.tools:frame?");
    }

    @Test
    void settingsThatDoNotParseAreNamed() throws Exception {
        maven.write("settings.xml", "<settings><mirrors></settings>");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:app:1.0"))
                .withMessageContaining(maven.home.resolve(".m2/settings.xml").toString());

        maven.mirror(server.url(), "");
        central.with("g:app:1.0");
        maven.maven("g:app:1.0");
        assertThat(maven.jars()).containsExactly("app-1.0.jar");
    }

    @Test
    void aFullDiskIsToldWithTheFolderThatWantsRoom() {
        assertThat(TransferTrouble.told("house", new IOException("No space left on device"), Path.of("repository")))
                .isEqualTo("The disk is full: make room for repository and run the cell again.");
    }
}
