package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTests {
    @TempDir
    Path directory;

    @Test
    void everyPreloadedImportIsOnDemandSoThatTheUsersWins() throws IOException {
        assertThat(Imports.of(List.of()))
                .singleElement()
                .satisfies(own -> assertThat(own.lines()).isNotEmpty().allMatch(line -> line.endsWith(".*;")));
    }

    @Test
    void theEnvironmentsJarNamesMoreAndOtherJarsDoNot() throws IOException {
        Path environment = jar("jotter-environment-1.jar", "# a comment\nimport ai.djl.*;\n\n");
        Path other = jar("other.jar", "import no.such.*;\n");
        Path without = jar("jotter-environment-2.jar", null);
        assertThat(Imports.of(List.of(other, environment, without)))
                .hasSize(2)
                .last(InstanceOfAssertFactories.STRING)
                .contains("import ai.djl.*;")
                .doesNotContain("comment")
                .doesNotContain("no.such");
    }

    @Test
    void withoutAnEnvironmentThereIsNothingToImport() throws IOException {
        assertThat(Imports.of(List.of(jar("other.jar", "import no.such.*;\n")))).isEqualTo(Imports.of(List.of()));
    }

    @Test
    void packagesAndClassesWithStaticMembersAreNamed() {
        assertThat(Imports.packages("import java.util.*;\nimport static io.jotter.api.Notebook.*;\nimport a.B;"))
                .containsExactly("java.util", "io.jotter.api.Notebook");
    }

    private Path jar(String name, @org.jspecify.annotations.Nullable String imports) throws IOException {
        Path jar = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(imports == null ? "other" : Imports.RESOURCE));
            out.write((imports == null ? "" : imports).getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
