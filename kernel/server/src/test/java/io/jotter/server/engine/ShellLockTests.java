package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.testkit.StandInWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JShell is not thread-safe: one at a time. */
class ShellLockTests {
    @Test
    void aCallWaitsWhileAnotherIsInJShell(@TempDir Path directory) throws IOException, InterruptedException {
        EngineSettings settings = new EngineSettings(
                StandInWorker.jar(directory, Path.of(System.getProperty("jotter.worker"))),
                null,
                directory,
                StandInWorker.NEVER_CONNECTS.jvmOptions());
        try (JavaEngine engine = JavaEngine.start(settings, new RecordingEvents(), note -> {})) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch gate = new CountDownLatch(1);
            Thread first = start(() -> engine.with(analysis -> {
                inside.countDown();
                await(gate);
                return "";
            }));
            inside.await();
            List<Thread> others = List.of(
                    start(() -> engine.with(analysis -> analysis.analyzeCompletion("1 + 1"))),
                    start(() -> engine.eval("int one = 1;", new Origin("In [1]", 1), false, 0)),
                    start(() -> engine.addToClassPath(List.of(directory))));
            for (Thread other : others) {
                Awaitility.await().until(() -> other.getState() == Thread.State.WAITING || !other.isAlive());
                assertThat(other.isAlive()).as("it waits at the lock").isTrue();
                assertThat(other.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(ShellLock.class.getName());
            }
            gate.countDown();
            first.join();
        }
    }

    @Test
    void whileTheWorkerRunsCodeTheLockIsFreeHoweverOftenItWasTaken() throws InterruptedException {
        ShellLock lock = new ShellLock();
        lock.lock();
        lock.lock();
        int holds = lock.leave();
        Thread other = start(() -> {
            lock.lock();
            lock.unlock();
        });
        other.join();
        lock.enterAgain(holds);
        Thread late = start(() -> {
            lock.lock();
            lock.unlock();
        });
        Awaitility.await().until(() -> late.getState() == Thread.State.WAITING);
        lock.unlock();
        assertThat(late.isAlive()).as("it was taken twice").isTrue();
        lock.unlock();
        late.join();
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
