package io.jotter.server.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is started with.
 *
 * @param workerJar the worker's jar; the API's lies beside it
 * @param environment a file that names the preloaded jars, one a line, or null for none
 * @param workingDirectory the notebook's
 * @param jvmOptions of the worker's JVM, after our own
 */
public record EngineSettings(
        Path workerJar, @Nullable Path environment, Path workingDirectory, List<String> jvmOptions) {
    public EngineSettings withJvmOptions(List<String> options) {
        return new EngineSettings(workerJar, environment, workingDirectory, List.copyOf(options));
    }
}
