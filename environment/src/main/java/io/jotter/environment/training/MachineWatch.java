package io.jotter.environment.training;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the process now and then. */
final class MachineWatch {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Two looks closer than this are one, in nanoseconds: the system counts processor time in hundredths of a second. */
    private static final long LEAST = 250_000_000;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long lookedAt = System.nanoTime();
    private long cpuThen = system.getProcessCpuTime();
    private double cores = Double.NaN;

    synchronized Machine look() {
        long now = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        if (now - lookedAt >= LEAST && cpu >= 0) {
            cores = (double) (cpu - cpuThen) / (now - lookedAt);
            lookedAt = now;
            cpuThen = cpu;
        }
        return new Machine(
                resident(),
                heap(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                cores,
                Runtime.getRuntime().availableProcessors());
    }

    /** Reserved memory is the system's until it is first used; of what was used, little is given back. */
    private static long heap() {
        long used = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return Math.min(
                used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted());
    }

    private static long resident() {
        try {
            for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (IOException notLinux) {
            // the JDK itself does not tell
            return 0;
        }
        return 0;
    }
}
