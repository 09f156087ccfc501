package io.jotter.server.magics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A notebook that notes what it was asked for. */
public final class RecordingMagicContext implements MagicContext {
    public final List<Path> classPath = new ArrayList<>();
    public final StringBuilder printed = new StringBuilder();
    public final List<MagicCall> sentToWorker = new ArrayList<>();
    public final List<Path> preloaded = new ArrayList<>();
    public int restarts;
    public boolean hasState;
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
    public List<Path> preloaded() {
        return List.copyOf(preloaded);
    }

    @Override
    public boolean hasNoState() {
        return !hasState;
    }

    @Override
    public void changeClassPath(Set<Path> without, List<Path> added) {
        restarts++;
        classPath.removeAll(without);
        classPath.addAll(added);
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
