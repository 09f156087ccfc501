package io.jotter.server.magics.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.server.magics.RecordingMagicContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoordinateCompletionTests {
    @TempDir
    Path directory;

    private MavenNotebook maven;

    @BeforeEach
    void aLocalRepository() throws IOException {
        maven = new MavenNotebook(directory);
        new TestMavenRepository(maven.localRepository)
                .with("com.example:frame:1.9")
                .with("com.example:frame:1.10")
                .with("com.example:frame:1.10-beta")
                .with("com.example:friend:1.0")
                .with("com.example.tools:saw:2.0")
                .with("org.other:thing:1.0");
        Files.createDirectories(maven.localRepository.resolve("com/example/frone/1.0"));
    }

    @AfterEach
    void theHomeBefore() {
        maven.close();
    }

    private List<String> completions(String begun) {
        return new MavenMagic(new MavenDependencies()).completions(begun, new RecordingMagicContext(directory));
    }

    @Test
    void aGroupIsCompletedPartByPart() {
        assertThat(completions("")).contains("com.", "org.");
        assertThat(completions("com.ex")).containsExactly("com.example:", "com.example.");
        assertThat(completions("com.example.t")).containsExactly("com.example.tools:");
        assertThat(completions("net")).isEmpty();
    }

    @Test
    void anArtifactIsOneThatWasFetchedNotTheRestOfAFailedSearch() {
        assertThat(completions("com.example:fr")).containsExactly("com.example:frame:", "com.example:friend:");
    }

    @Test
    void versionsComeNewestFirst() {
        assertThat(completions("com.example:frame:1"))
                .containsExactly("com.example:frame:1.10", "com.example:frame:1.10-beta", "com.example:frame:1.9");
    }
}
