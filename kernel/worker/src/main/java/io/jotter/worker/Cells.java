package io.jotter.worker;

import io.jotter.api.OutputTarget;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which cell a thread works for. A thread inherits the cell of the one that created it; the common pool, which all
 * cells share, works for the running cell, or the last one. With the cell goes the target that takes what the thread
 * shows in the cell's place, if one does.
 */
final class Cells {
    private static final Cell BEFORE_ANY = new Cell("", Set.of(), ConcurrentHashMap.newKeySet());

    private final ThreadGroup group = Thread.currentThread().getThreadGroup();

    @SuppressWarnings("ThreadLocalUsage") // there is one of these a worker, and tests have their own
    private final InheritableThreadLocal<@Nullable Cell> own = new InheritableThreadLocal<>();

    @SuppressWarnings("ThreadLocalUsage") // as above
    private final InheritableThreadLocal<@Nullable OutputTarget> target = new InheritableThreadLocal<>();

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
        adopt(new Place(current, null));
    }

    /** Where what a thread shows goes: under a cell, or to a target in its stead. */
    record Place(Cell cell, @Nullable OutputTarget target) {}

    Place here() {
        Cell cell = isCommon() ? null : own.get();
        return new Place(cell == null ? current : cell, target());
    }

    /** From now on the calling thread works for this place. */
    void adopt(Place place) {
        own.set(place.cell());
        target.set(place.target());
    }

    /** From now on the calling thread answers this message of the page's, and shows nothing under a cell. */
    void adoptMessage(String name) {
        adopt(new Place(new Cell(name, Set.of(), Set.of()), null));
    }

    /** Does something for a place, and goes on for the one before. */
    void in(Place place, Runnable body) {
        Cell cell = own.get();
        OutputTarget taker = target.get();
        adopt(place);
        try {
            body.run();
        } finally {
            own.set(cell);
            target.set(taker);
        }
    }

    /** What takes the calling thread's output; null: the cell does. */
    @Nullable
    OutputTarget target() {
        return isCommon() ? null : target.get();
    }

    /** Has what the body shows go to a target. */
    void during(OutputTarget taker, Runnable body) {
        in(new Place(here().cell(), taker), body);
    }

    /** The name of the cell for which the calling thread works. */
    String ofThisThread() {
        return here().cell().name();
    }

    @SuppressWarnings("ReferenceEquality") // there is one common pool
    private static boolean isCommon() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread worker
                && worker.getPool() == ForkJoinPool.commonPool();
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
