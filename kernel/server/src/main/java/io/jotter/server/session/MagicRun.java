package io.jotter.server.session;

import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Magics;
import io.jotter.server.magics.RanCell;
import io.jotter.server.magics.Variable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One magic at work, on a thread of its own: an interrupt ends the wait for it at once, also where it waits for a server
 * that does not answer. What it would do to the notebook later is refused; what it is doing at that moment is done first.
 */
final class MagicRun implements MagicContext {
    /** What it evaluates is compiled on its thread, and a compiler walks deep. */
    private static final long COMPILERS_STACK = 64L << 20;

    private final MagicContext notebook;
    private final CompletableFuture<MagicValue> value = new CompletableFuture<>();
    private final Thread thread;
    private boolean interrupted;
    private boolean changing;

    MagicRun(Magics magics, MagicCall call, MagicContext notebook) {
        this.notebook = notebook;
        this.thread = new Thread(null, () -> perform(magics, call), "magic", COMPILERS_STACK);
        thread.setDaemon(true);
    }

    /**
     * Waits for its value.
     *
     * @throws MagicInterruptedException if it was interrupted
     */
    MagicValue await() throws MagicException {
        thread.start();
        try {
            return value.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MagicException failed) {
                throw failed;
            } else if (e.getCause() instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            throw (Error) e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a thread of the kernel's", e);
        }
    }

    /** Ends the wait, now or when what it does to the notebook is done. */
    synchronized void interrupt() {
        interrupted = true;
        if (!changing) {
            // never while it changes the notebook: an interrupt would close the wire to the worker
            thread.interrupt();
            value.completeExceptionally(new MagicInterruptedException());
        }
    }

    private void perform(Magics magics, MagicCall call) {
        try {
            value.complete(magics.run(call, this));
        } catch (Throwable failed) {
            value.completeExceptionally(isInterrupted() ? new MagicInterruptedException() : failed);
        }
    }

    private synchronized boolean isInterrupted() {
        return interrupted;
    }

    private synchronized void begin() throws MagicInterruptedException {
        if (interrupted) {
            throw new MagicInterruptedException();
        }
        changing = true;
    }

    private synchronized void end() {
        changing = false;
    }

    @Override
    public void addToClassPath(List<Path> entries) throws MagicException {
        begin();
        try {
            notebook.addToClassPath(entries);
        } finally {
            end();
        }
    }

    @Override
    public void changeClassPath(Set<Path> without, List<Path> added) throws MagicException {
        begin();
        try {
            notebook.changeClassPath(without, added);
        } finally {
            end();
        }
    }

    @Override
    public void restartWorker(List<String> jvmOptions) throws MagicException {
        begin();
        try {
            notebook.restartWorker(jvmOptions);
        } finally {
            end();
        }
    }

    @Override
    public MagicValue runInWorker(MagicCall call) throws MagicException {
        begin();
        try {
            return notebook.runInWorker(call);
        } finally {
            end();
        }
    }

    @Override
    public void runCode(String name, String code) throws MagicException {
        begin();
        try {
            notebook.runCode(name, code);
        } finally {
            end();
        }
    }

    @Override
    public void print(String text) {
        if (!isInterrupted()) {
            notebook.print(text);
        }
    }

    @Override
    public void printError(String text) {
        if (!isInterrupted()) {
            notebook.printError(text);
        }
    }

    @Override
    public boolean isAssigned() {
        return notebook.isAssigned();
    }

    @Override
    public Map<String, String> environment() {
        return notebook.environment();
    }

    @Override
    public void setEnvironment(String name, String value) {
        notebook.setEnvironment(name, value);
    }

    @Override
    public List<RanCell> history() {
        return notebook.history();
    }

    @Override
    public int line() {
        return notebook.line();
    }

    @Override
    public List<String> snippets(String code) {
        return notebook.snippets(code);
    }

    @Override
    public MagicValue evaluate(String code, int line) throws MagicException {
        begin();
        try {
            return notebook.evaluate(code, line);
        } finally {
            end();
        }
    }

    @Override
    public Duration ran() {
        return notebook.ran();
    }

    @Override
    public Optional<Duration> workerCpu() {
        return notebook.workerCpu();
    }

    @Override
    public List<Variable> variables() {
        return notebook.variables();
    }

    @Override
    public List<String> forgetAll() throws MagicException {
        begin();
        try {
            return notebook.forgetAll();
        } finally {
            end();
        }
    }

    @Override
    public List<String> compile(String source) throws MagicException {
        begin();
        try {
            return notebook.compile(source);
        } finally {
            end();
        }
    }

    @Override
    public List<Path> classPath() {
        return notebook.classPath();
    }

    @Override
    public List<Path> preloaded() {
        return notebook.preloaded();
    }

    @Override
    public boolean hasNoState() {
        return notebook.hasNoState();
    }

    @Override
    public List<String> jvmOptions() {
        return notebook.jvmOptions();
    }

    @Override
    public Path workingDirectory() {
        return notebook.workingDirectory();
    }
}
