package io.jotter.server.handlers;

import com.google.gson.JsonObject;
import io.jotter.server.usage.Usage;
import io.jotter.server.usage.UsageWatch;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** {@code usage_request}, as ipykernel has it: what the panel of jupyter-resource-usage shows of a kernel. */
final class UsageHandler implements Handler {
    private final UsageWatch watch = new UsageWatch();

    private record UsageReply(Usage usage) implements Content {
        @Override
        public JsonObject toJson() {
            JsonObject content = new JsonObject();
            content.addProperty("hostname", hostName());
            content.addProperty("pid", ProcessHandle.current().pid());
            content.addProperty("kernel_cpu", Math.rint(10 * usage.cpuPercent()) / 10);
            usage.memory().ifPresent(bytes -> content.addProperty("kernel_memory", bytes));
            usage.hostCpuPercent().ifPresent(percent -> content.addProperty("host_cpu_percent", percent));
            content.addProperty("cpu_count", usage.cores());
            JsonObject memory = new JsonObject();
            usage.hostMemory().forEach(memory::addProperty);
            content.add("host_virtual_memory", memory);
            return content;
        }

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException noName) {
                return "localhost";
            }
        }
    }

    @Override
    public String type() {
        return "usage_request";
    }

    @Override
    public Lane lane() {
        return Lane.INQUIRY;
    }

    @Override
    public void handle(Request request) {
        request.reply(new UsageReply(watch.look()).toJson());
    }
}
