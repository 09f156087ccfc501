package io.jotter.environment.array;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scope from its begin to its end, for one thread. Beside the arrays of its own manager it closes those that have come
 * to the managers around it meanwhile: there DJL puts what is computed from their arrays.
 */
final class OpenScope implements AutoCloseable {
    private static final ThreadLocal<@Nullable OpenScope> INNERMOST = new ThreadLocal<>();

    private final @Nullable OpenScope around = INNERMOST.get();
    private final NDManager outside;
    private final NDManager inside;
    private final Set<String> kept = new HashSet<>();

    OpenScope(NDManager outside) {
        this.outside = outside;
        arraysOutside().forEach(array -> kept.add(array.getUid()));
        inside = outside.newSubManager();
        INNERMOST.set(this);
    }

    static @Nullable OpenScope innermost() {
        return INNERMOST.get();
    }

    NDManager manager() {
        return inside;
    }

    /** Keeps what the scope has made of this beyond its end. */
    void handOut(NDResource result) {
        for (NDArray array : result.getResourceNDArrays()) {
            // an array of the notebook's, or a model's, stays where it is
            if (kept.add(array.getUid()) && array.getManager().equals(inside)) {
                array.attach(outside);
            }
        }
    }

    @Override
    public void close() {
        if (around == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(around);
        }
        inside.close();
        for (NDArray array : arraysOutside()) {
            if (!kept.contains(array.getUid())) {
                array.close();
            }
        }
    }

    /** Of the manager outside and, where that is a scope's, of those around it up to the notebook's. */
    private List<NDArray> arraysOutside() {
        List<NDArray> arrays = new ArrayList<>(outside.getManagedArrays());
        for (OpenScope scope = around; scope != null; scope = scope.around) {
            arrays.addAll(scope.outside.getManagedArrays());
        }
        return arrays;
    }
}
