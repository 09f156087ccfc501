package io.jotter.server.usage;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a kernel takes, all its processes together.
 *
 * @param memory in bytes; empty where the system does not tell
 * @param cpuPercent of one core since the last look, as {@code top} counts it
 * @param hostCpuPercent of all cores, whoever uses them; empty where the system does not tell
 * @param hostMemory in bytes by the names that the system gives, with {@code percent} beside them
 */
public record Usage(
        OptionalLong memory,
        double cpuPercent,
        OptionalDouble hostCpuPercent,
        int cores,
        Map<String, Double> hostMemory) {}
