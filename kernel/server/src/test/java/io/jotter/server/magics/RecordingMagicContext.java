package io.jotter.server.magics;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A notebook that notes what it was asked for. */
public final class RecordingMagicContext implements MagicContext {
    final List<Path> classPath = new ArrayList<>();
    final StringBuilder printed = new StringBuilder();
    final StringBuilder printedErrors = new StringBuilder();
    final Map<String, String> environment = new TreeMap<>();
    final List<RanCell> history = new ArrayList<>();
    final List<String> evaluated = new ArrayList<>();
    boolean assigned;
    final List<MagicCall> sentToWorker = new ArrayList<>();
    int restarts;
    boolean refusesEntries;
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
    public synchronized void printError(String text) {
        printedErrors.append(text);
    }

    @Override
    public boolean isAssigned() {
        return assigned;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public void setEnvironment(String name, String value) {
        environment.put(name, value);
    }

    @Override
    public List<RanCell> history() {
        return history;
    }

    @Override
    public int line() {
        return 1;
    }

    @Override
    public List<String> snippets(String code) {
        return List.of(code);
    }

    @Override
    public MagicValue evaluate(String code, int line) {
        evaluated.add(code);
        return new MagicValue.Nothing();
    }

    @Override
    public Duration ran() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Duration> workerCpu() {
        return Optional.empty();
    }

    @Override
    public List<Variable> variables() {
        return List.of();
    }

    @Override
    public List<String> forgetAll() {
        return List.of();
    }

    @Override
    public List<String> compile(String source) {
        return List.of();
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
