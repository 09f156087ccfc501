package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A notebook that notes what it was asked for. */
final class RecordingMagicContext implements MagicContext {
    final List<Path> classPath = new ArrayList<>();
    final StringBuilder printed = new StringBuilder();
    final List<MagicCall> sentToWorker = new ArrayList<>();
    final List<String> ran = new ArrayList<>();
    final Set<String> registered = new HashSet<>(Set.of("html", "markdown", "latex", "svg"));
    int restarts;
    boolean refusesEntries;
    private List<String> jvmOptions = List.of();
    private final Path workingDirectory;

    RecordingMagicContext(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    @Override
    public void addToClassPath(List<Path> entries) throws MagicException {
        if (refusesEntries) {
            throw new MagicException("The worker is gone");
        }
        classPath.addAll(entries);
    }

    @Override
    public List<Path> classPath() {
        return List.copyOf(classPath);
    }

    @Override
    public void restartWorker(List<String> options) {
        restarts++;
        jvmOptions = options;
    }

    @Override
    public List<String> jvmOptions() {
        return jvmOptions;
    }

    @Override
    public synchronized void print(String text) {
        printed.append(text);
    }

    @Override
    public Path workingDirectory() {
        return workingDirectory;
    }

    @Override
    public void runCode(String name, String code) {
        ran.add(name + ": " + code);
    }

    @Override
    public MagicValue runInWorker(MagicCall call) throws MagicException {
        sentToWorker.add(call);
        if (!registered.contains(call.name())) {
            throw new UnknownInWorkerException(call);
        }
        return new MagicValue.Text("from the worker");
    }

    List<String> jarNames() {
        return classPath.stream().map(entry -> entry.getFileName().toString()).toList();
    }
}
