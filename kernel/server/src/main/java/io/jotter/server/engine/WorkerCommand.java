package io.jotter.server.engine;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line of the worker's JVM: our own options first, then those of the notebook. */
final class WorkerCommand {
    private WorkerCommand() {}

    static ProcessBuilder of(EngineSettings settings, PrivateDirectory directory, int debuggerPort) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-agentlib:jdwp=transport=dt_socket,server=n,suspend=n,address=127.0.0.1:" + debuggerPort);
        command.add("-XX:ErrorFile=" + directory.crashFiles());
        // it would lie beside the notebook, and be as large as the heap
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        command.add("-Duser.home=" + System.getProperty("user.home"));
        command.add("-Djava.awt.headless=true");
        if (Runtime.version().feature() >= 23) {
            // libraries of the user's that still use Unsafe are no news to a learner
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(settings.cacheOptions());
        command.addAll(settings.jvmOptions());
        command.add("-jar");
        command.add(settings.workerJar().toString());
        return builder(settings, command);
    }

    /** Why no JVM starts with the notebook's options, in its own words; empty if one does. Takes as long as a start. */
    static Optional<String> refusal(EngineSettings settings) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(settings.jvmOptions());
        command.add("-version");
        try {
            Process process =
                    builder(settings, command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
        } catch (IOException e) {
            return Optional.of("It cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
    }

    private static ProcessBuilder builder(EngineSettings settings, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!settings.workingDirectory().equals(Path.of("").toAbsolutePath())) {
            builder.directory(settings.workingDirectory().toFile());
        }
        // in a C locale Java takes file names for ASCII, whatever its options say. Our own folder is inherited and not
        // named, for we may not be able to name it; the worker gets a locale in which it can
        builder.environment().putAll(settings.variables());
        if (Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).equals(StandardCharsets.US_ASCII)) {
            builder.environment().put("LC_ALL", "C.UTF-8");
        }
        return builder;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
