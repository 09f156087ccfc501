package io.jotter.server.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server that has started this kernel, as it makes itself known by {@code JPY_PARENT_PID}. */
final class ParentProcess {
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private ParentProcess() {}

    /**
     * Runs something when that process has ended; never, if the environment names none or it cannot be seen from here, as
     * from within a container.
     */
    static void whenGone(Map<String, String> environment, Runnable action) {
        pid(environment.get("JPY_PARENT_PID")).flatMap(ProcessHandle::of).ifPresent(parent -> watch(parent, action));
    }

    /** The action may run twice. */
    private static void watch(ProcessHandle parent, Runnable action) {
        parent.onExit().thenRun(action);
        if (!isOurs(parent)) {
            return;
        }
        // a process that has ended counts as alive until somebody has asked for its exit code, and in a container often
        // nobody does; its children are given to another parent at once, of which no event tells
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "jotter-parent");
            thread.setDaemon(true);
            return thread;
        });
        looks.scheduleWithFixedDelay(
                () -> {
                    if (!isOurs(parent)) {
                        looks.shutdown();
                        action.run();
                    }
                },
                SECONDS_BETWEEN_LOOKS,
                SECONDS_BETWEEN_LOOKS,
                TimeUnit.SECONDS);
    }

    private static boolean isOurs(ProcessHandle parent) {
        return ProcessHandle.current().parent().filter(parent::equals).isPresent();
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
