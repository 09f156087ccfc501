package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written at installation is believed as long as the jars are the same. */
class PackageIndexTests {
    @TempDir
    Path directory;

    private Path environment;
    private Path jar;

    @BeforeEach
    void write() throws IOException {
        environment = directory.resolve("environment.classpath");
        jar = Files.writeString(directory.resolve("a library.jar"), "content");
        write(jar + "\t7\t" + Files.getLastModifiedTime(jar).toMillis() + "\ta.b a.c\n");
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("environment.packages"), text);
    }

    @Test
    void aKnownJarHasItsPackagesAndNoOthers() {
        PackageIndex index = PackageIndex.beside(environment);
        assertThat(index.knows(jar)).isTrue();
        assertThat(index.mayHave(jar, "a.b")).isTrue();
        assertThat(index.mayHave(jar, "a")).isFalse();
    }

    @Test
    void anUnknownJarMayHaveAny() {
        Path other = directory.resolve("other.jar");
        PackageIndex index = PackageIndex.beside(environment);
        assertThat(index.mayHave(other, "x")).isTrue();
        assertThat(index.unknown(java.util.List.of(jar, other))).containsExactly(other);
    }

    @Test
    void aJarThatHasChangedSinceIsUnknown() throws IOException {
        Files.writeString(jar, "other content");
        assertThat(PackageIndex.beside(environment).knows(jar)).isFalse();
    }

    @Test
    void aJarThatIsGoneIsUnknown() throws IOException {
        Files.delete(jar);
        assertThat(PackageIndex.beside(environment).knows(jar)).isFalse();
    }

    @Test
    void whatCannotBeReadIsPassedOver() throws IOException {
        write("nonsense\nmore\tnonsense\n");
        assertThat(PackageIndex.beside(environment)).isEqualTo(PackageIndex.NONE);
        Files.delete(directory.resolve("environment.packages"));
        assertThat(PackageIndex.beside(environment)).isEqualTo(PackageIndex.NONE);
    }
}
