package io.jotter.worker;

import java.util.ArrayDeque;

/** What one thread of the worker's is to do, in order. Waiting and taking want no memory, unlike the queues of the JDK. */
final class TaskQueue {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

    synchronized void add(Runnable task) {
        tasks.add(task);
        notifyAll();
    }

    /** Waits for the next one. */
    synchronized Runnable next() throws InterruptedException {
        while (tasks.isEmpty()) {
            wait();
        }
        return tasks.remove();
    }
}
