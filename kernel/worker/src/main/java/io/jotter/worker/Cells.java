package io.jotter.worker;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Which cell a thread works for. A thread inherits the cell of the one that created it; the common pool, which all
 * cells share, works for the running cell, or the last one.
 */
final class Cells {
    private static final Cell BEFORE_ANY = new Cell("", Set.of(), ConcurrentHashMap.newKeySet());

    private final ThreadGroup group = Thread.currentThread().getThreadGroup();

    @SuppressWarnings("ThreadLocalUsage") // there is one of these a worker, and tests have their own
    private final InheritableThreadLocal<Cell> own = new InheritableThreadLocal<>();

    private volatile Cell current = BEFORE_ANY;
    private volatile boolean running;

    /** Called by the thread that reads the wire. */
    void begin(String name) {
        Set<Thread> alive = Collections.newSetFromMap(new WeakHashMap<>());
        alive.addAll(liveThreads());
        current = new Cell(name, alive, ConcurrentHashMap.newKeySet());
        running = true;
    }

    void end() {
        running = false;
    }

    boolean isRunning() {
        return running;
    }

    /** A class of the running cell's was compiled. */
    void declare(String className) {
        current.classes().add(className);
    }

    Cell current() {
        return current;
    }

    /** Called by the cell thread before it runs anything of a cell. */
    void adopt() {
        own.set(current);
    }

    /** The name of the cell for which the calling thread works. */
    @SuppressWarnings("ReferenceEquality") // there is one common pool
    String ofThisThread() {
        if (Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool()) {
            return current.name();
        }
        Cell cell = own.get();
        return cell == null ? current.name() : cell.name();
    }

    /** Those of the user's group; the JVM's own are in another and are nobody's to stop. */
    Set<Thread> liveThreads() {
        Thread[] found = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(found, true);
        Set<Thread> threads = new HashSet<>();
        for (int i = 0; i < count; i++) {
            threads.add(found[i]);
        }
        return threads;
    }
}
