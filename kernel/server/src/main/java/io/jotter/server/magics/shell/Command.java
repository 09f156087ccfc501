package io.jotter.server.magics.shell;

import io.jotter.worker.Pace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A command of the operating system, run to its end. It has no standard input. Its output goes on as it comes, in UTF-8, no
 * faster than a page can take.
 *
 * @param line the program and its arguments
 * @param folder in which it works
 * @param variables beside this process's own environment
 */
public record Command(List<String> line, Path folder, Map<String, String> variables) {
    private static final ProcessGroups GROUPS = new ProcessGroups();

    /** What a process is given that is asked to end, in milliseconds. */
    private static final long GRACE = 2_000;

    /** Who has left a process with its output in the background is not waited for after so long a silence. */
    private static final long SILENCE = 300;

    public Command {
        line = List.copyOf(line);
        variables = Map.copyOf(variables);
    }

    /** Whether a program of this name can be started. */
    public static boolean hasProgram(String name) {
        return ProcessGroups.onPath(name).isPresent()
                || ProcessGroups.onPath(name + ".exe").isPresent();
    }

    /**
     * Runs it; its exit code, 128 and the signal's number if a signal has ended it. What it has left in the background
     * lives on, until this process ends.
     *
     * @throws InterruptedException if this thread was interrupted; the command and all that it has started have ended then
     * @throws IOException if it cannot be started
     */
    public int run(Consumer<String> out, Consumer<String> err) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(GROUPS.grouped(line))
                .directory(folder.toFile())
                .redirectInput(new File(isWindows() ? "NUL" : "/dev/null"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        GROUPS.watch(process);
        Pace pace = Pace.ofThisJvm();
        OutputPump standard = new OutputPump(process.getInputStream(), out, pace);
        OutputPump error = new OutputPump(process.getErrorStream(), err, pace);
        try {
            standard.start();
            error.start();
            int code = process.waitFor();
            standard.awaitEnd(SILENCE);
            error.awaitEnd(SILENCE);
            return code;
        } finally {
            if (process.isAlive()) {
                end(process);
            }
            GROUPS.ended(process);
        }
    }

    private static void end(Process process) {
        Set<ProcessHandle> all = tree(process);
        GROUPS.terminate(process);
        all.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE);
        all.forEach(each -> awaitEnd(each, deadline - System.nanoTime()));
        // what was begun meanwhile too
        all.addAll(tree(process));
        GROUPS.kill(process);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static void awaitEnd(ProcessHandle process, long nanos) {
        try {
            process.onExit().get(Math.max(1, nanos), TimeUnit.NANOSECONDS);
        } catch (Exception notYet) {
            // it is ended by force then
            return;
        }
    }

    private static Set<ProcessHandle> tree(Process process) {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        return all;
    }

    /** Whether this system's commands are those of Windows. */
    public static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
