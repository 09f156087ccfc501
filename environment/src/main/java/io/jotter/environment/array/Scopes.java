package io.jotter.environment.array;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a notebook's arrays. Their memory lies outside Java's heap, where no garbage collector looks: an array
 * lives until the manager that owns it is closed. What a notebook is to keep belongs to {@link #manager()}; what only a
 * cell needs is made in a {@link #scope}, as in {@code tf.tidy} of TensorFlow.js.
 *
 * <pre>{@code
 * NDArray weights = manager().randomNormal(new Shape(784, 10));
 * float norm = scope(() -> weights.square().sum().sqrt().getFloat());
 * }</pre>
 */
public final class Scopes {
    private Scopes() {}

    /** What a scope does for its value. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, E extends Exception> {
        T run() throws E;
    }

    /** What a scope does for its effect. */
    @FunctionalInterface
    public interface Steps<E extends Exception> {
        void run() throws E;
    }

    /** The manager of the innermost open scope of this thread, else the notebook's own, which stays open. */
    public static NDManager manager() {
        OpenScope innermost = OpenScope.innermost();
        return innermost == null ? Notebooks.MANAGER : innermost.manager();
    }

    /**
     * Runs some work and closes every array that it has made by {@link #manager()} or by computing with arrays of this
     * scope, of those around it or of the notebook. A returned {@link NDArray} or list of them is kept: the manager outside
     * takes it over.
     *
     * <p>By DJL's rule a result belongs to the owner of its first operand: what is computed from the parameters of a model
     * belongs to the model and goes with it.
     *
     * @throws E what the work throws; its arrays are closed all the same
     */
    public static <T extends @Nullable Object, E extends Exception> T scope(Work<T, E> work) throws E {
        try (OpenScope scope = new OpenScope(manager())) {
            T result = work.run();
            if (result instanceof NDResource made) {
                scope.handOut(made);
            }
            return result;
        }
    }

    /** As {@link #scope(Work)}, for work without a value. */
    public static <E extends Exception> void scope(Steps<E> steps) throws E {
        scope(() -> {
            steps.run();
            return true;
        });
    }

    /** Opened when first asked for: the engine takes a second to wake. */
    private static final class Notebooks {
        static final NDManager MANAGER = NDManager.newBaseManager();

        static {
            MANAGER.setName("notebook");
        }
    }
}
