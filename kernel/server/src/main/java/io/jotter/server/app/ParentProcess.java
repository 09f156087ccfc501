package io.jotter.server.app;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server that has started this kernel, as it makes itself known by {@code JPY_PARENT_PID}. */
final class ParentProcess {
    private ParentProcess() {}

    /**
     * Runs something when that process has ended; never, if the environment names none or it cannot be seen from here, as
     * from within a container.
     */
    static void whenGone(Map<String, String> environment, Runnable action) {
        pid(environment.get("JPY_PARENT_PID"))
                .flatMap(ProcessHandle::of)
                .ifPresent(parent -> parent.onExit().thenRun(action));
    }

    private static Optional<Long> pid(@Nullable String text) {
        try {
            // 1 may be the init process of the machine, to which orphans are given
            return text == null
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(text)).filter(pid -> pid > 1);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
