package io.jotter.server.app;

import io.jotter.server.engine.EngineSettings;
import io.jotter.server.session.SessionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from the system properties of the command line what the engine is started with. */
final class Settings {
    /** The worker's jar; the API's lies beside it. */
    static final String WORKER = "jotter.worker";

    /** A file that names the preloaded jars, one a line; absent for a kernel without an environment. */
    static final String ENVIRONMENT = "jotter.environment";

    /** The class-data archive from which the worker's JVM starts; passed over where it does not exist. */
    static final String WORKER_CACHE = "jotter.worker.cache";

    /** Where the worker's JVM lists the classes that it loads, for an archive to be made of them. */
    static final String WORKER_CLASSES = "jotter.worker.classes";

    /** An archive that does not fit is passed over without a word. */
    private static final List<String> NO_WORD_ABOUT_CACHES = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    /** The environment variable with options for the worker's JVM, separated by blanks. */
    static final String JVM_OPTIONS = "JOTTER_JVM_OPTS";

    private static final CompatibleVariables COMPATIBLE = new CompatibleVariables(System.getenv());

    private Settings() {}

    /** How the notebook begins and what a cell of it may take. */
    static SessionSettings session() throws IOException {
        return COMPATIBLE.session();
    }

    static EngineSettings fromSystemProperties() throws IOException {
        String worker = System.getProperty(WORKER);
        if (worker == null) {
            throw new IOException("The kernelspec does not say where the worker is (-D" + WORKER
                    + "). Install the kernel again: jotter install --user");
        }
        String options = Optional.ofNullable(System.getenv(JVM_OPTIONS)).orElse("");
        List<String> jvmOptions = new ArrayList<>(COMPATIBLE.jvmOptions());
        if (!options.isBlank()) {
            jvmOptions.addAll(List.of(options.trim().split("\\s+")));
        }
        return new EngineSettings(
                        Path.of(worker),
                        Optional.ofNullable(System.getProperty(ENVIRONMENT))
                                .map(Path::of)
                                .orElse(null),
                        Path.of("").toAbsolutePath(),
                        jvmOptions)
                .withCompilerOptions(COMPATIBLE.compilerOptions())
                .withCacheOptions(cacheOptions());
    }

    private static List<String> cacheOptions() {
        String classes = System.getProperty(WORKER_CLASSES);
        if (classes != null) {
            return List.of("-XX:DumpLoadedClassList=" + classes);
        }
        String cache = System.getProperty(WORKER_CACHE);
        // named and not there, it would cost the worker the JDK's own archive too
        if (cache == null || !Files.isRegularFile(Path.of(cache))) {
            return List.of();
        }
        List<String> options = new ArrayList<>(NO_WORD_ABOUT_CACHES);
        options.add("-XX:SharedArchiveFile=" + cache);
        // mapped where it was written for, as up to JDK 18: moved, hardly a page of it is shared with other workers
        options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        return options;
    }
}
