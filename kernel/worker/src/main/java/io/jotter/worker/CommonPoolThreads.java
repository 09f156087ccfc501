package io.jotter.worker;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Makes the common pool's threads with the notebook's class loader, so that service loading works from parallel streams
 * too; named by a system property because the JVM creates the pool.
 */
public final class CommonPoolThreads implements ForkJoinPool.ForkJoinWorkerThreadFactory {
    static final String PROPERTY = "java.util.concurrent.ForkJoinPool.common.threadFactory";

    private static volatile ClassLoader loader = CommonPoolThreads.class.getClassLoader();

    /** Called once, before any cell. */
    static void use(ClassLoader notebookLoader) {
        loader = notebookLoader;
        System.setProperty(PROPERTY, CommonPoolThreads.class.getName());
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = new CommonPoolThread(pool);
        thread.setContextClassLoader(loader);
        return thread;
    }

    /** The JDK's own for the common pool go back to the system's loader after each task, from 22 on. */
    private static final class CommonPoolThread extends ForkJoinWorkerThread {
        CommonPoolThread(ForkJoinPool pool) {
            super(pool);
        }
    }
}
