package io.jotter.server.engine;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Hands JShell the engine that stands already. */
record EngineProvider(WorkerEngine engine) implements ExecutionControlProvider {
    @Override
    public String name() {
        return "jotter";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return engine;
    }
}
