package io.jotter.server.usage;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine's memory, by the names under which psutil and the panel know its parts. */
final class HostMemory {
    private HostMemory() {}

    static Map<String, Double> look(OperatingSystemMXBean system) {
        Map<String, Double> proc = proc();
        double total = system.getTotalMemorySize();
        double free = system.getFreeMemorySize();
        double available = proc.getOrDefault("MemAvailable", free);
        Map<String, Double> memory = new LinkedHashMap<>();
        memory.put("total", total);
        memory.put("available", available);
        memory.put("free", free);
        memory.put("used", total - available);
        memory.put("percent", Math.rint(1000 * (total - available) / total) / 10);
        memory.put("active", proc.getOrDefault("Active", total - available));
        memory.put("inactive", proc.getOrDefault("Inactive", 0.0));
        return memory;
    }

    private static Map<String, Double> proc() {
        Map<String, Double> bytes = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"), StandardCharsets.ISO_8859_1)) {
                int colon = line.indexOf(':');
                String number = line.substring(colon + 1).replaceAll("\\D", "");
                if (colon > 0 && !number.isEmpty()) {
                    bytes.put(line.substring(0, colon), 1024 * Double.parseDouble(number));
                }
            }
        } catch (IOException notLinux) {
            return Map.of();
        }
        return bytes;
    }
}
