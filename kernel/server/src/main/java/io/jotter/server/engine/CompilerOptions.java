package io.jotter.server.engine;

import java.util.ArrayList;
import java.util.List;

/** Which of the worker's options the compiler has to have too: those that decide what code may say. */
final class CompilerOptions {
    private static final List<String> OF_BOTH =
            List.of("--add-modules=", "--add-exports=", "--add-reads=", "--limit-modules=");

    private CompilerOptions() {}

    /** Those that the notebook's settings name, and those that follow from its JVM's. */
    static List<String> of(EngineSettings settings) {
        // with the names of variables: a lambda's parameters are the labels of its controls
        List<String> options = new ArrayList<>(List.of("-g"));
        options.addAll(of(settings.jvmOptions()));
        options.addAll(settings.compilerOptions());
        return options;
    }

    static List<String> of(List<String> jvmOptions) {
        List<String> options = new ArrayList<>();
        for (String option : jvmOptions) {
            if (option.equals("--enable-preview")) {
                options.addAll(List.of(
                        option, "-source", String.valueOf(Runtime.version().feature())));
            } else if (OF_BOTH.stream().anyMatch(option::startsWith)) {
                int equals = option.indexOf('=');
                options.addAll(List.of(option.substring(0, equals), option.substring(equals + 1)));
            }
        }
        return options;
    }
}
