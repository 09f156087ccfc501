package io.jotter.worker;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Receives the JVM's instrumentation before {@link Main} starts, by {@code Launcher-Agent-Class} of the worker's jar.
 * The JVM hands it over through a static method only, hence the field.
 */
public final class Agent {
    private static volatile @Nullable Instrumentation instrumentation;

    private Agent() {}

    public static void agentmain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    public static Instrumentation instrumentation() {
        Instrumentation given = instrumentation;
        if (given == null) {
            throw new IllegalStateException("The worker has to be started with java -jar: its agent was not loaded");
        }
        return given;
    }
}
