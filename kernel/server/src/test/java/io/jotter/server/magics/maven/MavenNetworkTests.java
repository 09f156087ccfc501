package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jotter.server.magics.MagicException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build tool can do beyond a plain jar: over HTTP, with the settings of this machine. */
class MavenNetworkTests {
    /** What {@code mvn --encrypt-master-password} makes of a master password. */
    private static final String ENCRYPTED_MASTER = "{ltvPXiurcQ0Haa+Q/xnfGNZlsjZqQSE4yCXneb+FbKI=}";

    /** What {@code mvn --encrypt-password} makes of {@code secret} with that master password. */
    private static final String ENCRYPTED_SECRET = "{XTLWul9dCiwHNEY0+onvq+1ZGm7U9Z25G0FiOS066tQ=}";

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
    void ofARangeTheNewestThatFitsIsTaken() throws Exception {
        central.with("g:app:1.0").with("g:app:1.5").with("g:app:2.0");

        maven.maven("g:app:[1.0,2.0)");

        assertThat(maven.jars()).containsExactly("app-1.5.jar");
        assertThat(server.asked).contains("/g/app/maven-metadata.xml");
    }

    @Test
    void ofASnapshotTheLatestBuildIsTakenUnderItsTime() throws Exception {
        central.withSnapshot("g:app:1.0-SNAPSHOT", "20240101.120000", 1);
        maven.maven("g:app:1.0-SNAPSHOT", "--from", server.url());
        assertThat(maven.jars()).containsExactly("app-1.0-20240101.120000-1.jar");

        central.withSnapshot("g:app:1.0-SNAPSHOT", "20240102.120000", 2);
        maven.anotherDay().maven("g:app:1.0-SNAPSHOT", "--from", server.url());
        assertThat(maven.jars()).containsExactly("app-1.0-20240102.120000-2.jar");
    }

    @Test
    void aLockedSnapshotStaysThatBuild() throws Exception {
        central.withSnapshot("g:app:1.0-SNAPSHOT", "20240101.120000", 1);
        maven.maven("g:app:1.0-SNAPSHOT", "--from", server.url());
        maven.run("deps", "lock");
        central.withSnapshot("g:app:1.0-SNAPSHOT", "20240102.120000", 2);

        maven.anotherDay().maven("g:app:1.0-SNAPSHOT", "--from", server.url());

        assertThat(maven.jars()).containsExactly("app-1.0-20240101.120000-1.jar");
    }

    @Test
    void aBundleIsAJar() throws Exception {
        central.withPom("g:osgi:1.0", "bundle", "").withPom("g:other:1.0", "bundle", "");
        central.withPom(
                "g:app:1.0",
                "jar",
                "<dependencies><dependency><groupId>g</groupId><artifactId>osgi</artifactId><version>1.0</version>"
                        + "<type>bundle</type></dependency></dependencies>");

        maven.maven("g:app:1.0", "g:other:bundle:1.0");

        assertThat(maven.jars()).containsExactlyInAnyOrder("app-1.0.jar", "osgi-1.0.jar", "other-1.0.jar");
    }

    @Test
    void nativesThatALibraryWantsByPlatformAreThoseOfThisMachine() throws Exception {
        String here = PlatformNames.filledIn("${os.detected.classifier}");
        central.with("g:natives:1.0").withClassifier("g:natives:1.0", here);
        central.withPom(
                "g:app:1.0",
                "jar",
                "<profiles><profile><id>any</id><activation><os><name>!nowhere</name></os></activation><dependencies>"
                        + "<dependency><groupId>g</groupId><artifactId>natives</artifactId><version>1.0</version>"
                        + "<classifier>${os.detected.classifier}</classifier></dependency></dependencies></profile></profiles>");

        maven.maven("g:app:1.0");

        assertThat(maven.jars()).containsExactly("app-1.0.jar", "natives-1.0-" + here + ".jar");
    }

    @Test
    void thePlatformsNamesAreTheOnesOfOsMavenPlugin() {
        assertThat(PlatformNames.of("Linux", "amd64")).containsEntry("os.detected.classifier", "linux-x86_64");
        assertThat(PlatformNames.of("Mac OS X", "aarch64")).containsEntry("os.detected.classifier", "osx-aarch_64");
        assertThat(PlatformNames.of("Windows 11", "amd64")).containsEntry("os.detected.classifier", "windows-x86_64");
        assertThat(PlatformNames.of("Linux", "i386")).containsEntry("os.detected.arch", "x86_32");
    }

    @Test
    void aProxyOfTheSettingsIsAskedForAll() throws Exception {
        central.with("g:app:1.0");
        maven.mirror(
                "http://repository.invalid/",
                "<proxies><proxy><id>door</id><active>true</active><protocol>http</protocol><host>127.0.0.1</host><port>"
                        + server.port() + "</port></proxy></proxies>");

        maven.maven("g:app:1.0");

        assertThat(maven.jars()).containsExactly("app-1.0.jar");
        assertThat(server.asked).contains("http://repository.invalid/g/app/1.0/app-1.0.jar");
    }

    @Test
    void aNameAndAPasswordOfTheSettingsOpenARepository() throws Exception {
        central.with("g:app:1.0");
        server.wants("ann", "secret");
        maven.mirror(server.url(), login("secret"));

        maven.maven("g:app:1.0");

        assertThat(maven.jars()).containsExactly("app-1.0.jar");
    }

    @Test
    void anEncryptedPasswordIsDecrypted() throws Exception {
        central.with("g:app:1.0");
        server.wants("ann", "secret");
        maven.write(
                "settings-security.xml",
                "<settingsSecurity><master>" + ENCRYPTED_MASTER + "</master></settingsSecurity>");
        maven.mirror(server.url(), login(ENCRYPTED_SECRET));

        maven.maven("g:app:1.0");

        assertThat(maven.jars()).containsExactly("app-1.0.jar");
    }

    private static String login(String password) {
        return "<servers><server><id>house</id><username>ann</username><password>" + password
                + "</password></server></servers>";
    }

    @Test
    void offlineNobodyIsAskedAndWhatIsThereIsTaken() throws Exception {
        central.with("g:app:1.0").with("g:more:1.0");
        maven.maven("g:app:1.0");
        server.asked.clear();
        maven.mirror(server.url(), "<offline>true</offline>");

        maven.restart().maven("g:app:1.0");

        assertThat(maven.jars()).containsExactly("app-1.0.jar");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> maven.maven("g:more:1.0"))
                .withMessageContaining("Could not find g:more:1.0")
                .withMessageContaining("the local repository only, for settings.xml says offline");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void jarsComeSeveralAtATime() throws Exception {
        central.with("g:a:1").with("g:b:1").with("g:c:1").with("g:d:1");
        server.servesJarsTogether(3);

        maven.maven("g:a:1", "g:b:1", "g:c:1", "g:d:1");

        assertThat(maven.jars()).hasSize(4);
        assertThat(maven.printed()).contains("Downloaded 4 jars (");
    }

    @Test
    void whatABuildHasInstalledLocallyIsTakenFromThere() throws Exception {
        new TestMavenRepository(maven.localRepository).with("me:mine:1.0-SNAPSHOT");

        maven.maven("me:mine:1.0-SNAPSHOT");

        assertThat(maven.notebook.classPath)
                .containsExactly(maven.localRepository.resolve("me/mine/1.0-SNAPSHOT/mine-1.0-SNAPSHOT.jar"));
        assertThat(server.asked).noneMatch(uri -> uri.endsWith(".jar"));
    }
}
