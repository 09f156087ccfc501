package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jotter.server.magics.MagicException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadFromPomMagicTests {
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

    private static String dependency(String group, String artifact, String version, String more) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version>" + more + "</dependency>";
    }

    private void pom(String body) throws MagicException {
        maven.cell("loadFromPOM", body);
    }

    @Test
    void aPastedDependencyComesWithWhatItNeeds() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:1.0");

        pom(dependency("g", "app", "1.0", ""));

        assertThat(maven.jars()).containsExactly("app-1.0.jar", "base-1.0.jar");
    }

    @Test
    void propertiesAreFilledInAndPiecesOfOneKindCountTogether() throws Exception {
        central.with("g:app:1.0").with("g:tool:2.0");

        pom("<properties><v>1.0</v></properties>\n<dependencies>" + dependency("g", "app", "${v}", "")
                + "</dependencies><dependencies>" + dependency("g", "tool", "${w}", "")
                + "</dependencies><properties><w>2.0</w></properties>");

        assertThat(maven.jars()).containsExactly("app-1.0.jar", "tool-2.0.jar");
    }

    @Test
    void exclusionsAndClassifiersAreHonoured() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0", "g:base:1.0").withClassifier("g:app:1.0", "natives");

        pom(dependency(
                        "g",
                        "app",
                        "1.0",
                        "<exclusions><exclusion><groupId>g</groupId><artifactId>base</artifactId></exclusion></exclusions>")
                + dependency(
                        "g",
                        "app",
                        "1.0",
                        "<classifier>natives</classifier><exclusions><exclusion><groupId>*</groupId>"
                                + "<artifactId>*</artifactId></exclusion></exclusions>"));

        assertThat(maven.jars()).containsExactly("app-1.0.jar", "app-1.0-natives.jar");
    }

    @Test
    void anImportedBomSaysTheVersionsOfWhatIsNeededToo() throws Exception {
        central.with("g:base:1.0").with("g:base:3.0").with("g:app:1.0", "g:base:1.0");
        central.withBom("g:bom:1", "g:app:1.0", "g:base:3.0");

        pom("<dependencyManagement><dependencies>"
                + dependency("g", "bom", "1", "<type>pom</type><scope>import</scope>")
                + "</dependencies></dependencyManagement><dependency><groupId>g</groupId><artifactId>app</artifactId>"
                + "</dependency>");

        assertThat(maven.jars()).containsExactly("app-1.0.jar", "base-3.0.jar");
    }

    @Test
    void theRepositoriesOfThePomAreAskedAndLaterLinesAskThemToo() throws Exception {
        TestMavenRepository other = new TestMavenRepository(directory.resolve("other"));
        other.with("h:tool:1.0").with("h:more:1.0");

        pom("<repository><url>" + other.url() + "</url></repository>" + dependency("h", "tool", "1.0", ""));
        maven.maven("h:more:1.0");

        assertThat(maven.jars()).containsExactly("tool-1.0.jar", "more-1.0.jar");
    }

    @Test
    void repositoriesAloneCountForLaterLines() throws Exception {
        TestMavenRepository other = new TestMavenRepository(directory.resolve("other"));
        other.with("h:tool:1.0");

        pom("<repositories><repository><id>lab</id><url>" + other.url() + "</url></repository></repositories>");
        maven.maven("h:tool:1.0");

        assertThat(maven.jars()).containsExactly("tool-1.0.jar");
    }

    @Test
    void aWholeProjectNeedsNoCoordinatesOfItsOwn() throws Exception {
        central.with("g:app:1.0").with("g:check:1.0");

        pom("<?xml version=\"1.0\"?>\n<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><dependencies>"
                + dependency("g", "app", "1.0", "") + dependency("g", "check", "1.0", "<scope>test</scope>")
                + "</dependencies></project>");

        assertThat(maven.jars()).containsExactly("app-1.0.jar");
    }

    @Test
    void aScopeThatIsNamedIsTaken() throws Exception {
        central.with("g:base:1.0").with("g:app:1.0").with("g:check:1.0", "g:base:1.0");

        maven.cell(
                "loadFromPOM",
                dependency("g", "app", "1.0", "") + dependency("g", "check", "1.0", "<scope>test</scope>"),
                "test");

        assertThat(maven.jars()).containsExactly("check-1.0.jar", "base-1.0.jar");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.cell("loadFromPOM", dependency("g", "app", "1.0", ""), "tests"))
                .withMessageContaining("no scope tests");
    }

    @Test
    void aFileHasItsParentBesideIt() throws Exception {
        central.with("g:app:1.5");
        Files.writeString(
                directory.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>me</groupId><artifactId>parent</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><properties><app>1.5</app></properties></project>",
                StandardCharsets.UTF_8);
        Files.createDirectories(directory.resolve("child"));
        Files.writeString(
                directory.resolve("child/pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><parent><groupId>me</groupId><artifactId>parent</artifactId>"
                        + "<version>1</version></parent><artifactId>child</artifactId><dependencies>"
                        + dependency("g", "app", "${app}", "") + "</dependencies></project>",
                StandardCharsets.UTF_8);

        maven.run("loadFromPOM", "child/pom.xml");

        assertThat(maven.jars()).containsExactly("app-1.5.jar");
    }

    @Test
    void aJarThatLiesSomewhereIsTakenFromThere() throws Exception {
        Path jar = TestMavenRepository.writeJar(directory.resolve("lib/mine.jar"));

        pom(dependency("g", "mine", "1.0", "<scope>system</scope><systemPath>" + jar + "</systemPath>"));

        assertThat(maven.notebook.classPath).containsExactly(jar);
    }

    @Test
    void nativesAreChosenByThePlatformAndByProfilesOfTheOperatingSystem() throws Exception {
        String here = PlatformNames.filledIn("${os.detected.classifier}");
        String family = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows") ? "windows" : "unix";
        central.with("g:app:1.0").withClassifier("g:app:1.0", here).withClassifier("g:app:1.0", "of-" + family);

        pom("<profiles><profile><id>here</id><activation><os><family>" + family
                + "</family></os></activation><properties>"
                + "<natives>of-" + family + "</natives></properties></profile></profiles>"
                + dependency("g", "app", "1.0", "<classifier>${os.detected.classifier}</classifier>")
                + dependency("g", "app", "1.0", "<classifier>${natives}</classifier>"));

        assertThat(maven.jars()).containsExactly("app-1.0-" + here + ".jar", "app-1.0-of-" + family + ".jar");
    }

    @Test
    void aPomThatDoesNotParseIsAnsweredWithItsLine() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> pom("<?xml version=\"1.0\"?>\n<dependencies>\n<dependency>\n</dependencies>"))
                .withMessageContaining("does not parse: line 4");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> pom("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><dependency/>"))
                .withMessageContaining("does not parse");
        assertThat(maven.jars()).isEmpty();
    }

    @Test
    void anElementThatBelongsToNoPomIsNamed() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> pom("<dependancies></dependancies>"))
                .withMessageContaining("<dependancies>")
                .withMessageContaining("Did you mean <dependencies>?");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> pom("  \n"))
                .withMessageContaining("holds nothing");
    }

    @Test
    void aDependencyWithoutAVersionIsNamed() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> pom("<dependency><groupId>g</groupId><artifactId>app</artifactId></dependency>"))
                .withMessageContaining("g:app")
                .withMessageContaining("version");
        assertThat(maven.jars()).isEmpty();
    }

    @Test
    void aParentThatIsNowhereIsNamed() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() ->
                        pom("<parent><groupId>g</groupId><artifactId>above</artifactId><version>1</version></parent>"
                                + dependency("g", "app", "1.0", "")))
                .withMessageContaining("g:above:pom:1");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.run("loadFromPOM", "nowhere.xml"))
                .withMessageContaining("There is no POM nowhere.xml");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.run("loadFromPOM"))
                .withMessageContaining("Usage: %loadFromPOM");
    }

    @Test
    void whatALibrarysPageOffersIsUnderstoodByMavenItself() throws Exception {
        central.with("g:a:1")
                .with("g:b:1")
                .with("g:c:1")
                .with("g:d:1")
                .with("g:e:1")
                .with("g:f:1");
        central.withClassifier("g:e:1", "natives").withBom("g:bom:1", "g:f:1");

        maven.cell("maven", dependency("g", "a", "1", ""));
        maven.cell("maven", """
                // https://example.org/page
                dependencies {
                    implementation("g:b:1")
                    runtimeOnly 'g:c:1'
                    testImplementation group: 'g', name: 'd', version: '1'
                    implementation "g:e:1:natives@jar"
                    implementation(platform("g:bom:1"))
                    implementation("g:f")
                }
                """);

        assertThat(maven.jars())
                .containsExactly("a-1.jar", "b-1.jar", "c-1.jar", "d-1.jar", "e-1-natives.jar", "f-1.jar");
    }

    @Test
    void plainCoordinatesMayStandOneALine() throws Exception {
        central.with("g:a:1").with("g:b:1").with("g:c:1");

        maven.cell("maven", "g:a:1\n\n# and\n\"g:b:1\"\ng:c:1  // the last\n");

        assertThat(maven.jars()).containsExactly("a-1.jar", "b-1.jar", "c-1.jar");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.cell("maven", "implementation(libs.guava)"))
                .withMessageContaining("Cannot read the line implementation(libs.guava)");
    }

    @Test
    void jbangsRepositoriesAreUnderstood() throws Exception {
        TestMavenRepository other = new TestMavenRepository(directory.resolve("other"));
        other.with("h:tool:1.0");

        maven.run("mavenRepo", "mavencentral", "lab=" + other.url());
        maven.maven("h:tool:1.0");

        assertThat(maven.jars()).containsExactly("tool-1.0.jar");
    }
}
