package io.jotter.server.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is started with.
 *
 * @param workerJar the worker's jar; the API's lies beside it
 * @param environment a file that names the preloaded jars, one a line, or null for none
 * @param leftOut those of its jars that this notebook does without
 * @param workingDirectory the notebook's
 * @param cacheOptions of the worker's JVM: the cache from which it reads its classes, or the list that one is made from
 * @param jvmOptions of the worker's JVM, after our own
 * @param compilerOptions beside those that follow from the JVM's
 * @param variables of the worker's environment, beside the kernel's own
 * @param toConnect what a worker is given to come up
 */
public record EngineSettings(
        Path workerJar,
        @Nullable Path environment,
        Set<Path> leftOut,
        Path workingDirectory,
        List<String> cacheOptions,
        List<String> jvmOptions,
        List<String> compilerOptions,
        Map<String, String> variables,
        Duration toConnect) {
    /** A JVM is up in a tenth of a second; on a machine that swaps it may take many. */
    private static final Duration TO_CONNECT = Duration.ofSeconds(30);

    public EngineSettings(Path workerJar, @Nullable Path environment, Path workingDirectory, List<String> jvmOptions) {
        this(
                workerJar,
                environment,
                Set.of(),
                workingDirectory,
                List.of(),
                jvmOptions,
                List.of(),
                Map.of(),
                TO_CONNECT);
    }

    public EngineSettings withCacheOptions(List<String> options) {
        return new EngineSettings(
                workerJar,
                environment,
                leftOut,
                workingDirectory,
                List.copyOf(options),
                jvmOptions,
                compilerOptions,
                variables,
                toConnect);
    }

    public EngineSettings withCompilerOptions(List<String> options) {
        return new EngineSettings(
                workerJar,
                environment,
                leftOut,
                workingDirectory,
                cacheOptions,
                jvmOptions,
                List.copyOf(options),
                variables,
                toConnect);
    }

    public EngineSettings withJvmOptions(List<String> options) {
        return new EngineSettings(
                workerJar,
                environment,
                leftOut,
                workingDirectory,
                cacheOptions,
                List.copyOf(options),
                compilerOptions,
                variables,
                toConnect);
    }

    public EngineSettings withVariable(String name, String value) {
        Map<String, String> more = new TreeMap<>(variables);
        more.put(name, value);
        return new EngineSettings(
                workerJar,
                environment,
                leftOut,
                workingDirectory,
                cacheOptions,
                jvmOptions,
                compilerOptions,
                Map.copyOf(more),
                toConnect);
    }

    public EngineSettings without(Set<Path> preloaded) {
        return new EngineSettings(
                workerJar,
                environment,
                Set.copyOf(preloaded),
                workingDirectory,
                cacheOptions,
                jvmOptions,
                compilerOptions,
                variables,
                toConnect);
    }

    /** The preloaded jars that this notebook has, in their order. */
    List<Path> preloaded() throws IOException {
        return environment == null
                ? List.of()
                : Files.readAllLines(environment).stream()
                        .filter(line -> !line.isBlank())
                        .map(Path::of)
                        .filter(jar -> !leftOut.contains(jar))
                        .toList();
    }
}
