package io.jotter.server.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** A worker, the JShell that knows what is in it, and what is known of the preloaded jars. */
record Generation(WorkerProcess worker, JavaShell shell, PackageIndex index) {
    /** Starts the worker first and readies the compiler while it comes up. */
    static Generation start(EngineSettings settings, WorkerEvents events, Consumer<String> note, List<Path> added)
            throws IOException {
        // beside the compiler, which is as slow to come up as a process
        CompletableFuture<WorkerProcess> worker = new CompletableFuture<>();
        CompletableFuture.runAsync(() -> startInto(worker, settings, events));
        try {
            List<Path> classPath = new ArrayList<>();
            classPath.add(WorkerProcess.jarBeside(settings.workerJar(), "jotter-api"));
            Path ijava = WorkerProcess.jarBeside(settings.workerJar(), "jotter-ijava");
            classPath.add(ijava);
            PackageIndex index = PackageIndex.NONE;
            Path environment = settings.environment();
            if (environment != null) {
                index = PackageIndex.beside(environment);
                classPath.addAll(settings.preloaded());
            }
            index = index.and(ijava, IJavaNames::hasPackage);
            JavaShell shell = new JavaShell(
                    worker::join, new StopLadder(worker::join, note), classPath, index, CompilerOptions.of(settings));
            if (!added.isEmpty()) {
                shell.addToClassPath(added);
            }
            return new Generation(worker.join(), shell, index);
        } catch (CompletionException e) {
            throw new IOException(
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()), e);
        } catch (IOException | RuntimeException e) {
            worker.thenAccept(WorkerProcess::close);
            throw e;
        }
    }

    private static void startInto(
            CompletableFuture<WorkerProcess> worker, EngineSettings settings, WorkerEvents events) {
        try {
            worker.complete(WorkerProcess.start(settings, events));
        } catch (IOException | RuntimeException e) {
            worker.completeExceptionally(e);
        }
    }
}
