package io.jotter.server.session;

import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicContext;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.server.magics.Magics;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One magic at work, on a thread of its own: an interrupt ends the wait for it at once, also where it waits for a server
 * that does not answer. What it would do to the notebook later is refused; what it is doing at that moment is done first.
 */
final class MagicRun implements MagicContext {
    private final MagicContext notebook;
    private final CompletableFuture<MagicValue> value = new CompletableFuture<>();
    private final Thread thread;
    private boolean interrupted;
    private boolean changing;

    MagicRun(Magics magics, MagicCall call, MagicContext notebook) {
        this.notebook = notebook;
        this.thread = new Thread(() -> perform(magics, call), "magic");
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
    public List<Path> classPath() {
        return notebook.classPath();
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
