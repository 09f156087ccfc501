package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilePathTests {
    @TempDir
    Path directory;

    @Test
    void theCompilerSeesWhatTheWorkerHasAndNothingOfThisProcess() throws IOException {
        Path first = Files.createDirectory(directory.resolve("first"));
        Path second = Files.createDirectory(directory.resolve("second"));
        try (StandardJavaFileManager standard =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            CompilePath path = new CompilePath(standard, List.of(first));
            assertThat(seen(path)).containsExactly(first);
            path.add(second);
            assertThat(seen(path)).containsExactly(first, second);
            assertThat(path.entries()).containsExactly(first, second);
            for (String option : List.of("-classpath", "--class-path", "-cp")) {
                var rest = List.of("the kernel's own.jar", "-next").iterator();
                assertThat(path.handleOption(option, rest)).isTrue();
                assertThat(rest.next())
                        .as("the option's value is taken with it")
                        .isEqualTo("-next");
            }
            assertThat(seen(path)).containsExactly(first, second);
        }
    }

    private static List<Path> seen(CompilePath path) {
        return java.util.stream.StreamSupport.stream(
                        path.getLocationAsPaths(StandardLocation.CLASS_PATH).spliterator(), false)
                .map(Path.class::cast)
                .toList();
    }
}
