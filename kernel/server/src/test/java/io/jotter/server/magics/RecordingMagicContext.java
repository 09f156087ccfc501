package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A notebook that notes what it was asked for. */
public final class RecordingMagicContext implements MagicContext {
    public final List<Path> classPath = new ArrayList<>();
    public final StringBuilder printed = new StringBuilder();
    public final List<MagicCall> sentToWorker = new ArrayList<>();
    public int restarts;
    public boolean refusesEntries;
    private List<String> jvmOptions = List.of();
    private final Path workingDirectory;

    public RecordingMagicContext(Path workingDirectory) {
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
    public MagicValue runInWorker(MagicCall call) {
        sentToWorker.add(call);
        return new MagicValue.Text("from the worker");
    }

    public List<String> jarNames() {
        return classPath.stream().map(entry -> entry.getFileName().toString()).toList();
    }
}
