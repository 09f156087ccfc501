package io.jotter.server.usage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Looks at this process, its worker and what that has started. */
public final class UsageWatch {
    private Map<Long, Duration> before = Map.of();
    private long lookedAt = System.nanoTime()
            - ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(start ->
                            Duration.between(start, java.time.Instant.now()).toNanos())
                    .orElse(0L);

    /** What they take now; the first time, of the processor, on average since the kernel started. */
    public synchronized Usage look() {
        ProcessHandle self = ProcessHandle.current();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(self), self.descendants()).toList();
        // the first of a process is asked for before it has a load to speak of
        Optional<OperatingSystemMXBean> system = system();
        double load = system.map(OperatingSystemMXBean::getCpuLoad).orElse(-1.0);
        return new Usage(
                ProcessMemory.of(processes.stream().map(ProcessHandle::pid).toList()),
                cpuPercent(processes),
                load >= 0 ? OptionalDouble.of(100 * load) : OptionalDouble.empty(),
                Runtime.getRuntime().availableProcessors(),
                system.map(HostMemory::look).orElse(Map.of()));
    }

    /** Asked for when there is a panel: it is no part of a quick start. */
    private static Optional<OperatingSystemMXBean> system() {
        try {
            return Optional.ofNullable(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));
        } catch (LinkageError e) {
            // it cannot be had in a folder with letters that 17 does not know in a C locale
            return Optional.empty();
        }
    }

    private double cpuPercent(List<ProcessHandle> processes) {
        long now = System.nanoTime();
        Map<Long, Duration> spent = new HashMap<>();
        for (ProcessHandle process : processes) {
            process.info().totalCpuDuration().ifPresent(time -> spent.put(process.pid(), time));
        }
        Duration newly = Duration.ZERO;
        for (var each : spent.entrySet()) {
            newly = newly.plus(each.getValue().minus(before.getOrDefault(each.getKey(), Duration.ZERO)));
        }
        double percent = 100.0 * newly.toNanos() / Math.max(1, now - lookedAt);
        before = spent;
        lookedAt = now;
        return Math.max(0, percent);
    }
}
