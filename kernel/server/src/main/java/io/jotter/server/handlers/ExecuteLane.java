package io.jotter.server.handlers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one thread that runs cells, in the order in which they came, and the queue before it. */
final class ExecuteLane implements AutoCloseable {
    private final Deque<Request> queue = new ArrayDeque<>();
    private final Deque<Request> aborted = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;

    /** What becomes of a request; both on the lane's thread, and neither may throw. */
    interface Runner {
        void run(Request request);

        void abort(Request request);
    }

    ExecuteLane(Runner runner) {
        thread = new Thread(null, () -> serve(runner), "jotter-execute", Lane.COMPILERS_STACK);
        thread.setDaemon(true);
        thread.start();
    }

    void add(Request request) {
        synchronized (queue) {
            queue.add(request);
            queue.notifyAll();
        }
    }

    /**
     * Called by a request that runs on this lane and has failed, before it is answered: all that waits behind it, in the
     * queue or still unread in the socket, is aborted after it. What is sent later, in knowledge of its answer, runs.
     */
    void abortWaiting(Request failed) {
        failed.originDrained().join();
        synchronized (queue) {
            aborted.addAll(queue);
            queue.clear();
        }
    }

    /** Takes no further request; the one that runs is not waited for. */
    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
            queue.clear();
            aborted.clear();
            queue.notifyAll();
        }
    }

    private void serve(Runner runner) {
        for (Request next; (next = take()) != null; ) {
            runner.run(next);
            takeAborted().forEach(runner::abort);
        }
    }

    private List<Request> takeAborted() {
        synchronized (queue) {
            List<Request> taken = new ArrayList<>(aborted);
            aborted.clear();
            return taken;
        }
    }

    private @Nullable Request take() {
        synchronized (queue) {
            while (queue.isEmpty() && !closed) {
                try {
                    queue.wait();
                } catch (InterruptedException e) {
                    // nobody has a reason to interrupt this thread: cells run in the worker
                }
            }
            return closed ? null : queue.poll();
        }
    }
}
