package io.jotter.worker;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Finds the threads that work for the running cell, by what is on their stacks: the cell's code, wherever it runs, and
 * what runs on and on in a thread that the cell has started. Left alone are earlier cells' code, a pool's idle thread,
 * which would be missed by the pool, and a library's own thread that waits for something to do.
 */
final class CellWork {
    /** The package of all that JShell compiles. */
    private static final String SNIPPETS = "REPL.";

    /** These wait on through an interrupt, of which nothing is to be seen afterwards. */
    private static final Set<String> UNINTERRUPTIBLE =
            Set.of("lock", "readLock", "writeLock", "join", "invoke", "acquireUninterruptibly", "awaitUninterruptibly");

    private final Cells cells;
    private Set<Thread> busyBefore = Set.of();
    private boolean unsure;

    CellWork(Cells cells) {
        this.cells = cells;
    }

    /** A run begins, in which no thread has been looked at. */
    void begin() {
        busyBefore = Set.of();
        unsure = false;
    }

    /** The threads at work for the cell. Where the code does not tell, a thread counts if it was as busy the last time. */
    Set<Thread> look() {
        Cell cell = cells.current();
        Set<Thread> found = new HashSet<>();
        Set<Thread> busy = new HashSet<>();
        boolean starting = false;
        for (Thread thread : cells.liveThreads()) {
            StackTraceElement[] stack = thread.getStackTrace();
            if (thread instanceof OwnThread || thread.equals(Thread.currentThread())) {
                continue;
            }
            // what a handler's thread does for an earlier cell's widget is that cell's
            boolean own =
                    !(thread instanceof EventThread) && !cell.earlierThreads().contains(thread);
            if (stack.length == 0 || isIdle(thread, stack)) {
                // it may be about to take up what it was made or woken for
                starting |= stack.length == 0 ? own : thread.getState() == Thread.State.RUNNABLE;
                continue;
            }
            boolean runsSnippet =
                    Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(SNIPPETS));
            boolean runsThisCell =
                    Arrays.stream(stack).anyMatch(frame -> cell.classes().contains(frame.getClassName()));
            if (runsThisCell || (own && runsSnippet)) {
                found.add(thread);
            } else if ((own || (isOfCommonPool(thread) && !runsSnippet)) && computes(thread, stack)) {
                busy.add(thread);
            }
        }
        for (Thread thread : busy) {
            if (busyBefore.contains(thread)) {
                found.add(thread);
            }
        }
        busyBefore = busy;
        unsure = starting || !busy.isEmpty();
        return found;
    }

    /** Whether the last look saw threads at work of which only the next will tell for whom. */
    boolean isUnsure() {
        return unsure;
    }

    /** Whether the thread is in a wait that takes an interrupt and waits on. */
    static boolean waitsUninterruptibly(Thread thread) {
        Thread.State state = thread.getState();
        if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
            return false;
        }
        return Arrays.stream(thread.getStackTrace())
                .takeWhile(frame ->
                        frame.getModuleName() != null && frame.getModuleName().equals("java.base"))
                .anyMatch(frame -> frame.getClassName().startsWith("java.util.concurrent.")
                        && UNINTERRUPTIBLE.contains(frame.getMethodName()));
    }

    private static boolean computes(Thread thread, StackTraceElement[] stack) {
        return thread.getState() == Thread.State.RUNNABLE && !stack[0].isNativeMethod();
    }

    private static boolean isIdle(Thread thread, StackTraceElement[] stack) {
        if (thread instanceof ForkJoinWorkerThread) {
            return !has(stack, ForkJoinTask.class, "doExec");
        }
        return has(stack, ThreadPoolExecutor.class, "getTask");
    }

    private static boolean has(StackTraceElement[] stack, Class<?> type, String method) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getMethodName().equals(method)
                        && frame.getClassName().equals(type.getName()));
    }

    @SuppressWarnings("ReferenceEquality") // there is one common pool
    private static boolean isOfCommonPool(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }
}
