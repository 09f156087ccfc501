package io.jotter.server.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is started with.
 *
 * @param workerJar the worker's jar; the API's lies beside it
 * @param environment a file that names the preloaded jars, one a line, or null for none
 * @param workingDirectory the notebook's
 * @param cacheOptions of the worker's JVM: the cache from which it reads its classes, or the list that one is made from
 * @param jvmOptions of the worker's JVM, after our own
 * @param compilerOptions beside those that follow from the JVM's
 * @param toConnect what a worker is given to come up
 */
public record EngineSettings(
        Path workerJar,
        @Nullable Path environment,
        Path workingDirectory,
        List<String> cacheOptions,
        List<String> jvmOptions,
        List<String> compilerOptions,
        Duration toConnect) {
    /** A JVM is up in a tenth of a second; on a machine that swaps it may take many. */
    private static final Duration TO_CONNECT = Duration.ofSeconds(30);

    public EngineSettings(Path workerJar, @Nullable Path environment, Path workingDirectory, List<String> jvmOptions) {
        this(workerJar, environment, workingDirectory, List.of(), jvmOptions, List.of(), TO_CONNECT);
    }

    public EngineSettings withCacheOptions(List<String> options) {
        return new EngineSettings(
                workerJar, environment, workingDirectory, List.copyOf(options), jvmOptions, compilerOptions, toConnect);
    }

    public EngineSettings withCompilerOptions(List<String> options) {
        return new EngineSettings(
                workerJar, environment, workingDirectory, cacheOptions, jvmOptions, List.copyOf(options), toConnect);
    }

    public EngineSettings withJvmOptions(List<String> options) {
        return new EngineSettings(
                workerJar,
                environment,
                workingDirectory,
                cacheOptions,
                List.copyOf(options),
                compilerOptions,
                toConnect);
    }
}
