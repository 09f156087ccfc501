package io.jotter.server.app;

import io.jotter.server.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads from the system properties of the command line what the engine is started with. */
final class Settings {
    /** The worker's jar; the API's lies beside it. */
    static final String WORKER = "jotter.worker";

    /** A file that names the preloaded jars, one a line; absent for a kernel without an environment. */
    static final String ENVIRONMENT = "jotter.environment";

    /** The environment variable with options for the worker's JVM, separated by blanks. */
    static final String JVM_OPTIONS = "JOTTER_JVM_OPTS";

    private Settings() {}

    static EngineSettings fromSystemProperties() throws IOException {
        String worker = System.getProperty(WORKER);
        if (worker == null) {
            throw new IOException("The kernelspec does not say where the worker is (-D" + WORKER
                    + "). Install the kernel again: jotter install --user");
        }
        String options = Optional.ofNullable(System.getenv(JVM_OPTIONS)).orElse("");
        return new EngineSettings(
                Path.of(worker),
                Optional.ofNullable(System.getProperty(ENVIRONMENT)).map(Path::of).orElse(null),
                Path.of("").toAbsolutePath(),
                options.isBlank() ? List.of() : List.of(options.trim().split("\\s+")));
    }
}
