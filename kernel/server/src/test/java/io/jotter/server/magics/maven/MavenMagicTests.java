package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.RecordingMagicContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenMagicTests {
    @TempDir
    Path directory;

    private final String homeBefore = System.getProperty("user.home");
    private MavenNotebook maven;
    private RecordingMagicContext notebook;
    private TestMavenRepository central;
    private TestMavenRepository other;

    @BeforeEach
    void aNotebook() throws IOException {
        maven = new MavenNotebook(directory);
        notebook = maven.notebook;
        central = maven.central;
        other = new TestMavenRepository(directory.resolve("other"));
    }

    @AfterEach
    void theHomeBefore() {
        maven.close();
    }

    @Test
    void aLibraryComesWithWhatItNeeds() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:1.0:compile");

        assertThat(maven("g:app:1.0")).hasSize(2);

        assertThat(notebook.jarNames()).containsExactly("app-1.0.jar", "base-1.0.jar");
        assertThat(notebook.printed).contains("Downloaded 2 jars (").contains("Added g:app:1.0: 2 jars\n");
        assertThat(notebook.printed).doesNotContain(".pom");
        assertThat(notebook.classPath).allMatch(jar -> jar.startsWith(directory.resolve("home/.m2/repository")));
    }

    @Test
    void librariesOfTheirBuildAndTestsStayAway() throws Exception {
        central.with("g:app:1.0", "g:check:1.0:test", "g:server:1.0:provided");

        maven("g:app:1.0");

        assertThat(notebook.jarNames()).containsExactly("app-1.0.jar");
    }

    @Test
    void theNearestVersionWins() throws Exception {
        central.with("g:base:1.0").with("g:base:2.0");
        central.with("g:middle:1.0", "g:base:1.0").with("g:app:1.0", "g:middle:1.0");

        maven("g:app:1.0", "g:base:2.0");

        assertThat(notebook.jarNames()).containsExactlyInAnyOrder("app-1.0.jar", "middle-1.0.jar", "base-2.0.jar");
    }

    @Test
    void aSecondLineIsResolvedTogetherWithTheFirst() throws Exception {
        central.with("g:base:1.0").with("g:base:2.0");
        central.with("g:middle:1.0", "g:base:2.0").with("g:app:1.0", "g:middle:1.0");
        maven("g:base:1.0");

        maven("g:app:1.0");

        assertThat(notebook.jarNames()).containsExactly("base-1.0.jar", "app-1.0.jar", "middle-1.0.jar");
        assertThat(notebook.printed).doesNotContain("restart");
    }

    @Test
    void aVersionThatIsLoadedAlreadyIsNotReplacedButNamed() throws Exception {
        central.with("g:base:1.0").with("g:base:2.0").with("g:app:1.0", "g:base:1.0");
        maven("g:app:1.0");
        notebook.hasState = true;

        assertThat(maven("g:base:2.0")).isEmpty();

        assertThat(notebook.jarNames()).containsExactly("app-1.0.jar", "base-1.0.jar");
        assertThat(notebook.printed)
                .contains("g:base:2.0 is needed now, but version 1.0 is already loaded")
                .contains("restart the kernel");
    }

    @Test
    void theEnvironmentsJarsAreKnownByTheirNames() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:1.0");
        notebook.classPath.add(TestMavenRepository.writeJar(directory.resolve("lib/base-1.0.jar")));

        maven("g:app:1.0");

        assertThat(notebook.jarNames()).containsExactly("base-1.0.jar", "app-1.0.jar");
    }

    @Test
    void aCellThatIsRunAgainAddsNothing() throws Exception {
        central.with("g:app:1.0");
        maven("g:app:1.0");

        assertThat(maven("g:app:1.0")).isEmpty();

        assertThat(notebook.jarNames()).containsExactly("app-1.0.jar");
        assertThat(notebook.printed).contains("on the class path already");
    }

    @Test
    void aClassifierIsAJarOfItsOwn() throws Exception {
        central.with("g:app:1.0").withClassifier("g:app:1.0", "natives");

        maven("g:app:1.0", "g:app:jar:natives:1.0");

        assertThat(notebook.jarNames()).containsExactly("app-1.0.jar", "app-1.0-natives.jar");
    }

    @Test
    void ivysWayOfWritingIsUnderstood() throws Exception {
        central.with("g:app:1.0").with("g:app:1.1");

        maven("g#app;latest.release");

        assertThat(notebook.jarNames()).containsExactly("app-1.1.jar");
    }

    @Test
    void aBomSaysTheVersionsOfTheOthers() throws Exception {
        central.with("g:base:1.0").with("g:base:3.0").with("g:app:1.0", "g:base:1.0");
        central.withBom("g:bom:1", "g:app:1.0", "g:base:3.0");

        maven("g:bom:pom:1", "g:app");

        assertThat(notebook.jarNames()).containsExactly("app-1.0.jar", "base-3.0.jar");
    }

    @Test
    void aMissingLibraryIsNamedWithWhoWasAskedAndNothingIsAdded() throws Exception {
        central.with("g:app:1.0");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("g:app:1.0", "g:nothing:7.0"))
                .withMessageContaining("Could not find g:nothing:7.0")
                .withMessageContaining("house (" + central.url())
                .withMessageContaining("Nothing was added");

        assertThat(notebook.classPath).isEmpty();
    }

    @Test
    void whatWasMissingDoesNotSpoilLaterLines() throws Exception {
        central.with("g:app:1.0");
        assertThatExceptionOfType(MagicException.class).isThrownBy(() -> maven("g:nothing:7.0"));

        assertThat(maven("g:app:1.0")).hasSize(1);

        central.with("g:nothing:7.0");
        assertThat(maven("g:nothing:7.0")).hasSize(1);
    }

    @Test
    void aDependencyOfADependencyThatIsMissingIsNamed() throws Exception {
        central.with("g:app:1.0", "g:gone:1.0");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("g:app:1.0"))
                .withMessageContaining("Could not find g:gone:1.0");

        assertThat(notebook.classPath).isEmpty();
    }

    @Test
    void aMissingVersionIsAnsweredWithThoseThereAre() throws Exception {
        central.with("g:app:1.0").with("g:app:1.1");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("g:app:1.2"))
                .withMessageContaining("Its versions are 1.1, 1.0.");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("g:app"))
                .withMessageContaining("has no version")
                .withMessageContaining("Write g:app:1.1.");
    }

    @Test
    void aMisspeltNameIsAnsweredWithItsNeighbour() throws Exception {
        central.with("g:tablesaw-core:1.0");
        maven("g:tablesaw-core:1.0");

        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("g:tablesaw-cor:1.0"))
                .withMessageContaining("Did you mean g:tablesaw-core?");
    }

    @Test
    void aRepositoryOfTheLineIsAskedToo() throws Exception {
        other.with("h:tool:1.0", "g:base:1.0");
        central.with("g:base:1.0").with("g:app:1.0");

        maven("h:tool:1.0", "--from", other.url());
        maven("g:app:1.0");

        assertThat(notebook.jarNames()).containsExactly("tool-1.0.jar", "base-1.0.jar", "app-1.0.jar");
    }

    @Test
    void aRepositoryMayBeADirectoryOrAnIdThatWasGivenBefore() throws Exception {
        other.with("h:tool:1.0").with("h:more:1.0");
        run("mavenRepo", "lab", "other");

        maven("h:tool:1.0");
        maven("h:more:1.0", "--from=lab");

        assertThat(notebook.jarNames()).containsExactly("tool-1.0.jar", "more-1.0.jar");
    }

    @Test
    void aRepositoryThatIsNowhereIsRefused() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("h:tool:1.0", "--from", "nowhere"))
                .withMessageContaining("There is no repository nowhere");
    }

    @Test
    void aRepositoryThatDoesNotAnswerIsToldFromOneThatHasNoSuchThing() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("h:tool:1.0", "--from", "http://127.0.0.1:1/repository"))
                .withMessageContaining("could not be asked")
                .withMessageContaining("Check the network");
    }

    @Test
    void theLocalRepositoryOfTheCommandLineIsUsed() throws Exception {
        central.with("g:app:1.0");
        System.setProperty("maven.repo.local", directory.resolve("elsewhere").toString());

        maven("g:app:1.0");

        assertThat(notebook.classPath).allMatch(jar -> jar.startsWith(directory.resolve("elsewhere")));
    }

    @Test
    void withVerboseEachJarIsListed() throws Exception {
        central.with("g:app:1.0");

        maven("-v", "g:app:1.0");

        assertThat(notebook.printed).contains("  g:app:1.0  ");
    }

    @Test
    void aClassPathThatRefusesLeavesNothingBehind() throws Exception {
        central.with("g:app:1.0");
        notebook.refusesEntries = true;
        assertThatExceptionOfType(MagicException.class).isThrownBy(() -> maven("g:app:1.0"));
        notebook.refusesEntries = false;

        assertThat(maven("g:app:1.0")).hasSize(1);
    }

    @Test
    void unreadableCoordinatesAreExplained() {
        for (String wrong : List.of("app", "g:app:", "g:a:b:c:d:e", "g#app", "../x:y:1")) {
            assertThatExceptionOfType(MagicException.class)
                    .isThrownBy(() -> maven(wrong))
                    .withMessageContaining("Cannot read the coordinates " + wrong);
        }
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven())
                .withMessageContaining("Usage: %maven");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven("g:a:1", "--form", "x"))
                .withMessageContaining("no option --form");
    }

    @Test
    void aRealLibraryComesFromTheOrdinaryRepositories() throws Exception {
        System.setProperty("user.home", homeBefore);
        List<String> jars;
        try {
            jars = maven("org.jspecify:jspecify:1.0.0");
        } catch (MagicException noNetwork) {
            jars = Assumptions.abort("No such library is to be had: " + noNetwork);
        }
        assertThat(jars).singleElement().asString().endsWith("jspecify-1.0.0.jar");
    }

    private List<String> maven(String... arguments) throws MagicException {
        return maven.maven(arguments);
    }

    private MagicValue run(String name, String... arguments) throws MagicException {
        return maven.run(name, arguments);
    }
}
