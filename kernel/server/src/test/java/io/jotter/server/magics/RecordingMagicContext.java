package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A notebook that notes what it was asked for. */
final class RecordingMagicContext implements MagicContext {
    final List<Path> classPath = new ArrayList<>();
    final StringBuilder printed = new StringBuilder();
    final StringBuilder printedErrors = new StringBuilder();
    final Map<String, String> variables = new TreeMap<>();
    boolean assigned;
    final List<MagicCall> sentToWorker = new ArrayList<>();
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
    public synchronized void printError(String text) {
        printedErrors.append(text);
    }

    @Override
    public boolean isAssigned() {
        return assigned;
    }

    @Override
    public Map<String, String> variables() {
        return variables;
    }

    @Override
    public Path workingDirectory() {
        return workingDirectory;
    }

    @Override
    public MagicValue runInWorker(MagicCall call) {
        sentToWorker.add(call);
        return new MagicValue.Text("from the worker");
    }

    List<String> jarNames() {
        return classPath.stream().map(entry -> entry.getFileName().toString()).toList();
    }
}
